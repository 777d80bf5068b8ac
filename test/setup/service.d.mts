export interface Service {
  url: string;
  port: number;
  pid: number;
  output(): string;
  kill(): Promise<number | null>;
  stop(): Promise<number | null>;
}

export const serviceProgram: string;
export function startService(settings?: {
  program?: string;
  args?: string[];
  env?: Record<string, string>;
  port?: number;
  patienceMs?: number;
}): Promise<Service>;
