/** A sentence for people, in both languages of the service. */
export interface Message {
  th: string;
  en: string;
}
