/** Floor: plain Fastify and mysql2, prepared statements, a pool of 10. `DATABASE_URL` and `PORT` say where. */
import mysql from 'mysql2/promise';
import { auditColumns, sellerColumns, serve, tables, viewColumns } from './floor-routes.mjs';

const pool = mysql.createPool({
  uri: process.env.DATABASE_URL,
  connectionLimit: 10,
  charset: 'utf8mb4',
});
await pool.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin');
for (const sql of tables('mediumtext')) await pool.query(sql);

const columns = sellerColumns.join(', ');
const shown = viewColumns.join(', ');
const marks = (list) => list.map(() => '?').join(', ');
const insertSeller = `INSERT INTO seller (${columns}) VALUES (${marks(sellerColumns)})`;
const insertAudit = `INSERT INTO audit (${auditColumns.join(', ')}) VALUES (${marks(auditColumns)})`;
// Both questions in one round trip; OR over the three keys would make a slower plan.
const findDuplicate =
  'SELECT id FROM seller WHERE usernameKey = ? UNION ALL SELECT id FROM seller WHERE whoKey = ? AND samePhone = ?' +
  ' UNION ALL SELECT id FROM seller WHERE sameMember = ? LIMIT 1';
const one = async (sql, value) => (await pool.execute(sql, [value]))[0][0];

await serve(
  {
    async register(seller, audit) {
      const connection = await pool.getConnection();
      try {
        await connection.query('START TRANSACTION');
        const keys = [seller.usernameKey, seller.whoKey, seller.samePhone, seller.sameMember];
        const [[duplicate]] = await connection.execute(findDuplicate, keys);
        if (duplicate) {
          await connection.query('ROLLBACK');
          return duplicate.id;
        }
        await connection.execute(
          insertSeller,
          sellerColumns.map((column) => seller[column]),
        );
        await connection.execute(
          insertAudit,
          auditColumns.map((column) => audit[column]),
        );
        await connection.query('COMMIT');
      } catch (error) {
        await connection.query('ROLLBACK');
        throw error;
      } finally {
        connection.release();
      }
    },
    byId: (id) => one(`SELECT ${shown} FROM seller WHERE id = ?`, id),
    byUsername: (key) => one(`SELECT ${shown} FROM seller WHERE usernameKey = ?`, key),
    page: async (after, limit) =>
      (await pool.execute(`SELECT ${shown} FROM seller WHERE id > ? ORDER BY id LIMIT ${limit}`, [after]))[0],
  },
  Number(process.env.PORT),
);
