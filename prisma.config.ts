import path from "node:path";
import { PrismaBetterSQLite3 } from "@prisma/adapter-better-sqlite3";
import { defineConfig } from "prisma/config";

// The JS engine needs no download. `migrate diff --from-migrations` runs each migration in a shadow database, through
// executeRaw without arguments, which better-sqlite3 prepares as ONE statement: hand it to executeScript instead.
class MigratingAdapter extends PrismaBetterSQLite3 {
  override async connect() {
    return scripted(await super.connect());
  }
  override async connectToShadowDb() {
    return scripted(await super.connectToShadowDb());
  }
}

type Connected = Awaited<ReturnType<PrismaBetterSQLite3["connect"]>>;

function scripted(connection: Connected): Connected {
  const executeRaw = connection.executeRaw.bind(connection);
  connection.executeRaw = async (query) => {
    if (query.args.length > 0) return executeRaw(query);
    await connection.executeScript(query.sql);
    return 0;
  };
  return connection;
}

const databaseUrl = process.env.DATABASE_URL ?? `file:${path.resolve("data", "cau-noi.db")}`;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  experimental: { adapter: true },
  engine: "js",
  adapter: async () => new MigratingAdapter({ url: databaseUrl }),
});
