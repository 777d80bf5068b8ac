import { clerk } from '../setup/clerk.js';
import { startReviewStage, type ReviewStage } from '../setup/review-stage.js';

/** Everything a decision could change. */
const worldOf = ({ market }: ReviewStage) =>
  Promise.all([
    market.database.all('SELECT COUNT(*) AS many FROM value_decision'),
    market.database.all('SELECT id, version FROM seller ORDER BY id'),
  ]);

describe('the review queue', () => {
  let stage: ReviewStage;

  beforeAll(async () => {
    stage = await startReviewStage();
  });
  afterAll(() => stage.market.close());

  it('keeps who decided what, and shows it in the row', async () => {
    const { id } = await stage.take(stage.person('สหกรณ์ออมทรัพย์ไม่รู้จักหนึ่ง'));
    const { body } = await stage
      .decide(id, 1, { action: 'choose', cooperativeId: stage.cooperatives[0]!.id })
      .expect(200);
    expect(body.outcome).toBe('created');
    expect(body.resolution).toMatchObject({
      ...{ action: 'choose', reason: 'unknown_cooperative', outcome: 'created' },
      ...{ cooperativeId: stage.cooperatives[0]!.id, sellerId: body.sellerId, undoneAt: null },
    });
    expect(body.resolution.decidedBy).toMatch(/^staff:/);
    expect(body.seller).toMatchObject({ id: body.sellerId, status: 'active', pendingReasons: [] });
    expect((await stage.rowsOf(id))[0].history).toHaveLength(1);
    const recorded = await stage.market.database.one<{ payload: string }>(
      "SELECT payload FROM audit_entry WHERE action = 'import.row_resolved' AND subjectId = ?",
      [id],
    );
    expect(JSON.parse(recorded!.payload)).toEqual({ row: 1, action: 'choose', outcome: 'created' });
  });

  describe('the value map', () => {
    const text = 'สหกรณ์ออมทรัพย์ครูอุดรเก่า';

    it('learns what a person chose and uses it in the next import, visibly', async () => {
      const first = await stage.take(stage.person(text), stage.person(text));
      await stage
        .decide(first.id, 1, { action: 'choose', cooperativeId: stage.cooperatives[1]!.id })
        .expect(200);
      const [waiting] = await stage.rowsOf(first.id, 'needs_review');
      expect(waiting.row).toBe(2);
      const learned = (await stage.values()).find((each) => each.text === text);
      expect(learned).toMatchObject({
        ...{ kind: 'cooperative', applies: true, importId: first.id, row: 1 },
        cooperative: { id: stage.cooperatives[1]!.id, fullName: stage.cooperatives[1]!.fullName },
      });
      const next = await stage.take(stage.person('สอ.ครูอุดรเก่า จำกัด'));
      expect(next.counts).toMatchObject({ created: 1, needsReview: 0 });
      const [row] = await stage.rowsOf(next.id);
      expect(row.issues[0]).toMatchObject({ code: 'COOPERATIVE_REMEMBERED', severity: 'warning' });
      expect(row.issues[0].message.th).toContain(stage.cooperatives[1]!.fullName);
      const { body: seller } = await stage.registrar.get(`/v1/sellers/${row.sellerId}`).expect(200);
      expect(seller.cooperative.id).toBe(stage.cooperatives[1]!.id);
    });

    it('applies no more once the cooperative has left, and again when it is back', async () => {
      const admin = await stage.market.asStaff('admin');
      const set = async (status: string) => {
        const { body } = await admin.get(`/v1/cooperatives/${stage.cooperatives[1]!.id}`);
        await admin
          .patch(`/v1/cooperatives/${body.id}`)
          .set('If-Match', `"${body.version}"`)
          .send({ status })
          .expect(200);
      };
      await set('inactive');
      const away = await stage.take(stage.person(text));
      expect((await stage.rowsOf(away.id))[0]).toMatchObject({ reason: 'unknown_cooperative' });
      expect((await stage.values()).find((each) => each.text === text)!.applies).toBe(false);
      await set('active');
      expect((await stage.take(stage.person(text))).counts.created).toBe(1);
    });

    it('forgets, and learns nothing where a person says so', async () => {
      const learned = (await stage.values()).find((each) => each.text === text);
      const viewer = await stage.market.asStaff('viewer');
      const shown = (await viewer.get('/v1/value-decisions').query({ limit: 200 }).expect(200)).body.items;
      expect(shown.find(({ id }: { id: string }) => id === learned!.id)).toMatchObject({
        ...{ text: null, number: null, cooperative: learned!.cooperative },
      });
      await viewer.delete(`/v1/value-decisions/${learned!.id}`).expect(403);
      await stage.registrar.delete(`/v1/value-decisions/${learned!.id}`).expect(204);
      await stage.registrar.delete(`/v1/value-decisions/${learned!.id}`).expect(404);
      const { id } = await stage.take(stage.person(text));
      const { body } = await stage
        .decide(id, 1, {
          ...{ action: 'choose', cooperativeId: stage.cooperatives[1]!.id, learn: false },
        })
        .expect(200);
      expect(body.resolution.valueDecisionId).toBeNull();
      expect((await stage.take(stage.person(text))).counts.needsReview).toBe(1);
    });
  });

  describe('candidates', () => {
    it('say of stage.cooperatives which they are, why, and how far', async () => {
      const [first, second] = stage.cooperatives;
      const number = (await stage.registrar.get(`/v1/cooperatives/${second!.id}`)).body.registrationNumber;
      const bytes = Buffer.from(
        [`${stage.header},เลขทะเบียนสหกรณ์`, `${stage.person(first!.fullName)},${number}`].join('\r\n'),
      );
      const { id } = await clerk(stage.registrar).import(bytes, 'x.csv');
      const [row] = await stage.rowsOf(id, 'needs_review');
      expect(row!.candidates).toHaveLength(2);
      expect(row!.candidates[0]).toMatchObject({
        ...{ type: 'cooperative', reason: 'registration_number', edits: 0 },
        cooperative: { id: second!.id, registrationNumber: number, member: true },
      });
      expect(row!.candidates[0]!.why).toEqual({
        ...{ th: 'เลขทะเบียนตรงกัน', en: 'It has this registration number.' },
      });
      for (const candidate of row!.candidates) expect(candidate.why.th).toMatch(/[ก-๙]/);
    });

    it('say of sellers who they are, masked without the personal scope', async () => {
      const cooperative = stage.cooperatives[2]!.fullName;
      const row = stage.person(cooperative);
      await stage.take(row);
      const [name, , phone] = row.split(',');
      const { id } = await stage.take(
        `${name},${cooperative},0899999901,ยินยอม`,
        `นายตาม เบอร์เดิม,${cooperative},${phone},ยินยอม`,
      );
      const [sameName, samePhone] = await stage.rowsOf(id, 'needs_review');
      expect(sameName.candidates[0]).toMatchObject({
        ...{ type: 'seller', reason: 'same_name', edits: 0 },
        seller: { status: 'active', phone, name: expect.stringContaining('แสนดี') },
      });
      expect(samePhone.candidates[0].reason).toBe('same_phone');
      expect(samePhone.candidates[0].edits).toBeGreaterThan(3);
      expect(samePhone.candidates[0].why.th).toContain('ตัวอักษร');
      const [masked] = await stage.rowsOf(id, 'needs_review', await stage.market.asStaff('viewer'));
      expect(masked.candidates[0].seller).toMatchObject({
        name: null,
        phone: expect.stringContaining('x-xxx-'),
      });
      expect(JSON.stringify(masked)).not.toContain('แสนดี');
      expect(JSON.stringify(masked)).not.toContain(phone);
    });
  });

  it('lets two clerks who decide about one row at once decide it once', async () => {
    const { id } = await stage.take(stage.person('สหกรณ์สองคน'));
    const choice = { action: 'choose', cooperativeId: stage.cooperatives[0]!.id };
    const answers = await Promise.all([
      stage.decide(id, 1, choice).then((answer) => answer),
      stage.decide(id, 1, { action: 'skip' }, stage.other).then((answer) => answer),
      stage.decide(id, 1, choice, stage.other).then((answer) => answer),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const counts = await stage.countsOf(id);
    expect(counts).toMatchObject({ processed: 1, needsReview: 0 });
    expect((await stage.rowsOf(id))[0].history).toHaveLength(1);
  });

  describe('rows of equal reasons', () => {
    it('are groups, the largest first, with their candidates', async () => {
      const odd = 'สหกรณ์กลุ่มใหญ่';
      const { id } = await stage.take(
        stage.person('สหกรณ์กลุ่มเล็ก'),
        ...Array.from({ length: 7 }, () => stage.person(odd)),
        stage.person('สหกรณ์ กลุ่มใหญ่ จำกัด'),
      );
      const groups = (query: object = {}) =>
        stage.registrar.get(`/v1/imports/${id}/review-groups`).query(query).expect(200);
      const { body } = await groups();
      expect(body.items.map(({ count }: { count: number }) => count)).toEqual([8, 1]);
      expect(body.items[0]).toMatchObject({
        ...{ reason: 'unknown_cooperative', cooperativeText: odd, rows: [2, 3, 4, 5, 6] },
      });
      const page = (await groups({ limit: 1 })).body;
      const second = (await groups({ limit: 1, cursor: page.nextCursor })).body;
      expect([page.items[0].count, second.items[0].count, second.nextCursor]).toEqual([8, 1, null]);
      const viewer = await stage.market.asStaff('viewer');
      const masked = await viewer.get(`/v1/imports/${id}/review-groups`).expect(200);
      expect(masked.body.items[0].cooperativeText).toBeNull();
    });

    it('are decided at once, with a status per row, and again under the same key without doing it twice', async () => {
      const text = 'สหกรณ์หลายแถว';
      const { id } = await stage.take(
        ...Array.from({ length: 60 }, () => stage.person(text)),
        stage.person('สหกรณ์อื่น'),
      );
      const { body } = await stage.registrar.get(`/v1/imports/${id}/review-groups`);
      const { group } = body.items[0];
      await stage.decide(id, 3, { action: 'skip' }).expect(200);
      const send = () =>
        stage.registrar
          .post(`/v1/imports/${id}/resolutions`)
          .set('Idempotency-Key', 'bulk-once')
          .send({ group, action: 'choose', cooperativeId: stage.cooperatives[4]!.id });
      const first = await send().expect(200);
      expect(first.body.items).toHaveLength(59);
      expect(first.body.remaining).toBe(0);
      expect(first.body.items[0]).toMatchObject({ row: 1, status: 200, outcome: 'created', code: null });
      const sellers = await worldOf(stage);
      const second = await send().expect(200);
      expect(second.body).toEqual(first.body);
      expect(await worldOf(stage)).toEqual(sellers);
      expect(await stage.countsOf(id)).toMatchObject({
        created: 59,
        skipped: 1,
        needsReview: 1,
        processed: 61,
      });
      const taught = (await stage.values()).filter((each) => each.text === text);
      expect(taught).toHaveLength(1);
      expect(taught[0]).toMatchObject({ importId: id, row: 1 });
      const rows = await stage.registrar
        .post(`/v1/imports/${id}/resolutions`)
        .send({ rows: [61, 1, 999], action: 'skip' })
        .expect(200);
      expect(rows.body.items).toMatchObject([
        { row: 61, status: 200, outcome: 'skipped' },
        { row: 1, status: 409, code: 'ROW_NOT_WAITING' },
        { row: 999, status: 404, code: 'NOT_FOUND' },
      ]);
    });

    it('need either a group or rows', async () => {
      const { id } = await stage.take(stage.person('สหกรณ์ไม่มีจริง'));
      const send = (body: object) => stage.registrar.post(`/v1/imports/${id}/resolutions`).send(body);
      expect((await send({ action: 'skip' }).expect(400)).body.errors[0].code).toBe('GROUP_OR_ROWS');
      await send({ action: 'skip', rows: [1], group: 'a'.repeat(64) }).expect(400);
      await send({ action: 'skip', rows: [] }).expect(400);
      const { body } = await send({ action: 'choose', candidate: 50, rows: [1] }).expect(200);
      expect(body.items[0]).toMatchObject({ status: 400 });
    });
  });
});
