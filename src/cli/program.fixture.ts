import { run } from './run.ts'

/** The program with the smallest parts that could work; started by tests as a process of its own. */
await run(process.argv.slice(2), {
  createApp: ({ database }) => ({
    async fetch() {
      const { rows } = await database.pool.query<{ role: string }>('select current_user as role')
      return new Response(rows[0]!.role)
    },
  }),
  startWorker: async () => ({ stop: async () => {} }),
  loadTerritories: async (_, say) => {
    say('territories loaded')
    return []
  },
  invite: async () => ({ done: true, text: 'a way in' }),
  resetPassword: async () => ({ done: true, text: 'a way to a password' }),
  takeSecondFactor: async () => ({ done: true, text: 'a way to a password' }),
  makeAdministrator: async () => ({ done: true, text: 'an administrator' }),
  removeAdministrator: async () => ({ done: true, text: 'no administrator' }),
  demoSignIns: async () => ['a sign-in'],
})
