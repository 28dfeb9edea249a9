export const words = (_: string, english: import('./en').Message) => english;
