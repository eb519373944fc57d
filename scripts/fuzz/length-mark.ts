/** Stands for the body's length as it is sent, and `by` more. */
export const lengthMark = (by: number): string => `@length:${by}@`;
