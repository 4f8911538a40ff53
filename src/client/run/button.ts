/** A button that only scripts make: without them there is none that does nothing. */
export function button(className: string, text: string, press?: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = `rl-button ${className}`;
  made.textContent = text;
  if (press)
    made.addEventListener('click', () => {
      // What submits a form is the form's to hear.
      if (made.type === 'button' && made.ariaDisabled !== 'true') press();
    });
  return made;
}

/** A button that must not be pressed keeps its place in the order of keys, and says so. */
export function setDisabled(made: HTMLButtonElement, isDisabled: boolean): void {
  made.ariaDisabled = isDisabled ? 'true' : null;
}
