import { Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../cooperatives/cooperative-directory.service.js';
import type { Actor } from '../platform/actor.js';
import { JsonBytes } from '../platform/http/json-bytes.js';
import type { ShownSeller } from './seller.js';
import { SellerView } from './seller-view.service.js';

/** What was rendered of one version of a seller: the summary or the whole, for callers with the same rights. */
interface Rendered {
  /** The directory's entry the texts show; another object after any change of the directory. */
  cooperative: unknown;
  texts: Map<string, JsonBytes>;
}

/** Sellers as JSON, rendered once for as long as the same version of them is kept. */
@Injectable()
export class RenderedSellers {
  private readonly rendered = new WeakMap<ShownSeller, Rendered>();
  private readonly rights = new WeakMap<Actor['scopes'], string>();

  constructor(
    private readonly view: SellerView,
    private readonly directory: CooperativeDirectory,
  ) {}

  summary(seller: ShownSeller, actor: Actor): JsonBytes {
    return this.text('summary', seller, actor, () => this.view.summary(seller, actor));
  }

  whole(seller: ShownSeller, actor: Actor): JsonBytes {
    return this.text('whole', seller, actor, () => this.view.whole(seller, actor));
  }

  private text(size: string, seller: ShownSeller, actor: Actor, render: () => object): JsonBytes {
    const { texts } = this.renderedOf(seller);
    const form = `${size} ${this.rightsOf(actor)}`;
    const known = texts.get(form);
    if (known) return known;
    const text = new JsonBytes(Buffer.from(JSON.stringify(render())), seller.version);
    texts.set(form, text);
    return text;
  }

  private rightsOf({ scopes }: Actor): string {
    const known = this.rights.get(scopes);
    if (known !== undefined) return known;
    const rights = [...scopes].sort().join(' ');
    this.rights.set(scopes, rights);
    return rights;
  }

  private renderedOf(seller: ShownSeller): Rendered {
    const cooperative = this.directory.get(seller.cooperativeId);
    const known = this.rendered.get(seller);
    if (known && known.cooperative === cooperative) return known;
    const rendered: Rendered = { cooperative, texts: new Map() };
    this.rendered.set(seller, rendered);
    return rendered;
  }
}
