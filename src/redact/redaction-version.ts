/**
 * Counts up when redaction learns to recognise more: what was kept before is then looked at again. Kept
 * beside what is stored, and never taken back.
 */
export const redactionVersion = 1;
