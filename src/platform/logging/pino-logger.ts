import type { LoggerService } from '@nestjs/common';
import { describeError } from './describe-error.js';
import { LogOutput } from './log-output.js';
import pino, { type DestinationStream, type Level, type Logger } from 'pino';

export type LogLevel = Level | 'silent';

/** JSON lines on standard output, in small batches; at once from `error` up. */
export const createPino = (level: LogLevel = 'info', destination?: DestinationStream): Logger =>
  pino(
    { level, base: null, timestamp: timeMember, formatters: { level: (label) => ({ level: label }) } },
    destination ?? new LogOutput(),
  );

let millisecond = 0;
let member = '';

/** The member `time`, written once for all lines of a millisecond. */
export function timeMember(): string {
  const now = Date.now();
  if (now !== millisecond) {
    millisecond = now;
    member = `,"time":"${new Date(now).toISOString()}"`;
  }
  return member;
}

/** Nest tells of every module and route as it starts; only those who look for a mistake want to hear it. */
const chatter = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

/** Nest's log on pino. A message is a sentence, or an object with `msg`; the last argument is the context. */
export class PinoLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(chatter.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: Level, message: unknown, rest: unknown[]): void {
    if (!this.pino.isLevelEnabled(level)) return;
    const context = typeof rest.at(-1) === 'string' ? (rest.at(-1) as string) : undefined;
    this.pino[level]({ context, ...lineOf(message) });
    if (level === 'error' || level === 'fatal') this.pino.flush();
  }
}

function lineOf(message: unknown): object {
  if (message instanceof Error) return describeError(message);
  return typeof message === 'object' && message !== null ? message : { msg: String(message) };
}
