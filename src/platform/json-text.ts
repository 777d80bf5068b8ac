/**
 * An answer written out as JSON already, for one that is both sent and kept; `id` and `version` are those of the
 * resource, for `Location` and `ETag`.
 */
export class JsonText {
  readonly text: string;
  readonly id: string;
  readonly version: number;

  constructor(resource: { id: string; version: number }) {
    this.text = JSON.stringify(resource);
    this.id = resource.id;
    this.version = resource.version;
  }
}
