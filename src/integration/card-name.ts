/** The file of the picture that a page is shared with: `/help/x/` has it at `/help/x/card.png`. */
export const cardName = 'card.png';
