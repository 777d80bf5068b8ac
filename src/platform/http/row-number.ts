import { ParseIntPipe } from '@nestjs/common';
import { NotFound } from '../errors.js';

/** A row in an address; `rows/abc` is a row that is not there, like `rows/0`. */
export const rowNumber = new ParseIntPipe({ exceptionFactory: () => new NotFound() });
