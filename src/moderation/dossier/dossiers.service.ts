import { Injectable } from '@nestjs/common';
import { buddhistDateTime } from '../../thai/buddhist-date.js';
import { StandingDesk } from '../standing/standing-desk.service.js';
import type { StandingDto } from '../standing/standing.dto.js';
import type { DossierDto } from './dossier.dto.js';
import { DossierCourse } from './dossier-course.service.js';
import { DossierMatters } from './dossier-matters.service.js';
import { DossierPeople } from './dossier-people.service.js';
import { storyOf } from './dossier-story.js';
import { DossierView } from './dossier-view.service.js';
import { standingSentence } from './standing-sentence.js';

/** The whole story of one person, in order. */
@Injectable()
export class Dossiers {
  constructor(
    private readonly standings: StandingDesk,
    private readonly people: DossierPeople,
    private readonly matters: DossierMatters,
    private readonly course: DossierCourse,
    private readonly view: DossierView,
  ) {}

  /** Throws NotFound for a seller out of the caller's reach. */
  async ofSeller(sellerId: string): Promise<DossierDto> {
    return this.of(await this.standings.ofSeller(sellerId));
  }

  /** Of whoever carries or carried this name, under all their names. */
  async ofSubject(subjectId: string): Promise<DossierDto> {
    const standing = await this.standings.ofSubject(subjectId);
    return standing.sellerId === null ? this.of(standing) : this.ofSeller(standing.sellerId);
  }

  private async of(standing: StandingDto): Promise<DossierDto> {
    const { at, sellerId, subjectIds } = standing;
    const { person, facts } = await this.people.of({ sellerId, subjectIds });
    const { story, cut } = storyOf({
      ...{ ...facts, now: at },
      ...(await this.matters.of(subjectIds)),
      ...(await this.course.of({ sellerId, subjectIds })),
    });
    return {
      ...{ madeAt: at, madeAtThai: buddhistDateTime(at), madeByName: await this.view.caller() },
      ...{ person, summary: standingSentence(standing), standing },
      ...{ story: await this.view.story(story), cut },
    };
  }
}
