/** Key → text in both languages. `{name}` stands for a parameter. */
export type Messages = Record<string, { id: string; en: string }>;
