/** The process runs. */
export class AliveDto {
  /** @example alive */
  status: 'alive';
}

/** The process takes requests. */
export class ReadyDto {
  /** @example ready */
  status: 'ready';
}
