/** Floor: plain Fastify and better-sqlite3, one transaction for each registration, every commit on disk. */
import Database from 'better-sqlite3';
import { auditColumns, sellerColumns, serve, tables, viewColumns } from './floor-routes.mjs';

const database = new Database(process.env.DATABASE_URL.replace(/^sqlite:/, ''));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.pragma('foreign_keys = ON');
database.pragma('cache_size = -32768');
for (const sql of tables('text')) database.exec(sql);

const columns = sellerColumns.join(', ');
const shown = viewColumns.join(', ');
const named = (list) => list.map((column) => `@${column}`).join(', ');
const insertSeller = database.prepare(`INSERT INTO seller (${columns}) VALUES (${named(sellerColumns)})`);
const insertAudit = database.prepare(
  `INSERT INTO audit (${auditColumns.join(', ')}) VALUES (${named(auditColumns)})`,
);
const findUsername = database.prepare('SELECT id FROM seller WHERE usernameKey = ?');
const findPerson = database.prepare(
  'SELECT id FROM seller WHERE whoKey = ? AND samePhone = ? UNION ALL SELECT id FROM seller WHERE sameMember = ? LIMIT 1',
);
const byId = database.prepare(`SELECT ${shown} FROM seller WHERE id = ?`);
const byUsername = database.prepare(`SELECT ${shown} FROM seller WHERE usernameKey = ?`);
const page = database.prepare(`SELECT ${shown} FROM seller WHERE id > ? ORDER BY id LIMIT ?`);

const register = database.transaction((seller, audit) => {
  const duplicate =
    findUsername.get(seller.usernameKey) ??
    findPerson.get(seller.whoKey, seller.samePhone, seller.sameMember);
  if (duplicate) return duplicate.id;
  insertSeller.run(seller);
  insertAudit.run(audit);
  return undefined;
}).immediate;

await serve(
  {
    register,
    byId: (id) => byId.get(id),
    byUsername: (key) => byUsername.get(key),
    page: (after, limit) => page.all(after, limit),
  },
  Number(process.env.PORT),
);
