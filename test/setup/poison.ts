import type { TestApp } from './app.js';

/** From now on the database refuses sellers with this first name, with an error nobody foresaw. */
export async function refuseFirstName(market: TestApp, name: string): Promise<void> {
  const body =
    market.database.dialect === 'sqlite'
      ? `WHEN NEW.firstName = '${name}' BEGIN SELECT RAISE(ABORT, 'poison ${name}'); END`
      : `FOR EACH ROW IF NEW.firstName = '${name}' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'poison'; END IF`;
  for (const moment of ['INSERT', 'UPDATE'])
    await market.database.transaction(() =>
      market.database.run(`CREATE TRIGGER poison_${moment.toLowerCase()} BEFORE ${moment} ON seller ${body}`),
    );
}

export async function takePoisonAway(market: TestApp): Promise<void> {
  for (const moment of ['insert', 'update'])
    await market.database.transaction(() => market.database.run(`DROP TRIGGER poison_${moment}`));
}
