import { Module } from '@nestjs/common';

/** Suggests which rule a message may break; it never acts. */
@Module({})
export class ScreeningModule {}
