/** How grave a violation is, from S0 (เตือนเพื่อทราบ) to S3 (ร้ายแรง: เรื่องชาติ ศาสนา พระมหากษัตริย์ การเมือง). */
export const severities = ['S0', 'S1', 'S2', 'S3'] as const;
export type Severity = (typeof severities)[number];
