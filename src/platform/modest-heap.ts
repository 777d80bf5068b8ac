import { setFlagsFromString } from 'node:v8';

/**
 * Has memory that is not used any more collected when the heap has grown by half, not when it has tripled: an import
 * leaves many objects that live for a second or two, and V8 on a large machine would rather take 200 MB more.
 */
export const keepHeapModest = (): void => setFlagsFromString('--heap-growing-percent=50');
