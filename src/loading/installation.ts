import pg from 'pg'

/**
 * Says once and for all whether this installation is a demonstration; only the owner of the schema can. Gives what is written there, which
 * a later start with other settings does not change.
 */
export async function settleInstallation(owner: pg.PoolConfig, demo: boolean): Promise<boolean> {
  const client = new pg.Client({ ...owner, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await client.query('insert into installation (demo, created_at) values ($1, now()) on conflict do nothing', [demo])
    const { rows } = await client.query<{ demo: boolean }>('select demo from installation')
    return rows[0]!.demo
  } finally {
    await client.end()
  }
}
