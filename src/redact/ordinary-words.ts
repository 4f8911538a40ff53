/**
 * Words of the English list that most sentences hold. They say little for a phrase: twelve random
 * words hold less than one of them, a sentence whose words all stand in the list holds many.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(
  (
    'about above again all almost also always among another any because before begin between can come day ' +
    'enough few first good have help inside into just know like make more must need never next nothing now ' +
    'once one only other over same still such that then there they this time today under until use used very ' +
    'want way what when where will wish work year you'
  ).split(' '),
);

/** What people write before each word of a list: "word 1: …", "palabra 2: …". Some are words of a list themselves. */
export const labelWords: ReadonlySet<string> = new Set(
  'word words palabra palavra mot parola slovo no nr num numero n'.split(' '),
);
