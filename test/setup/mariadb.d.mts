import type { Connection } from 'mysql2/promise';

export interface Mariadb {
  port: number;
  password: string;
  folder: string;
  pid(): number | undefined;
  url(database?: string): string;
  connect(database?: string): Promise<Connection>;
  start(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export function findServer(): string | undefined;
export function freePort(): Promise<number>;
export function startMariadb(settings?: { options?: string[] }): Promise<Mariadb>;
