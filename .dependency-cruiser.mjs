/** The arrows between layers: routes and views → commands and queries → rules → kernel. Tests may look anywhere. */
const tests = '\\.(test|fixture)\\.tsx?$'
/** Parts of a module that are modules in small: the evidence and the operator's side of applications. */
const part = '(?:evidence/|operator/)?'
const pure = `^src/modules/[^/]+/${part}[a-z-]*(model|machine|rules|effects)\\.ts$`
/** What orders and those who act through them share: types and pure questions. */
const orderKit = '^src/kit/order/(effects|objections|registers|template)\\.ts$'
/** The kits that are rules themselves. */
const pureKit = '^src/kit/guard\\.ts$'
/** Lists a rule looks things up in, beside it: `common-passwords.ts`. */
const ownData = '^src/modules/$1/(?!queries|forms|texts|paths|routes)[a-z-]+\\.ts$'
/** Addresses of pages are plain data; a letter needs them too. */
const addresses = '^src/web/paths\\.ts$'
/** Components that stand behind no door: the layout and what belongs to one kind of page. */
const soleLooks =
  '^src/ui/(frame|content|fields|assets|doc-paper|effects|error-page|form-rows|header-parts|people-buttons|plan-fact-chart|plan-table|qr-code|render-page|session-line|tasks|vision)\\.tsx?$'
/** What a module shows to the others. */
const open = `${part}(?:[a-z-]*(model|machine|rules|effects|queries|links|document|blocks|ports)\\.tsx?$|(queries|commands)/)`

/**
 * The house from the ground up: a folder uses only folders in the rows above its own here. So no two folders can need each other, and
 * every new folder finds its row first. Types count as uses.
 */
const m = (...names) => names.map((name) => `src/modules/${name}`)
const layers = [
  ['src/kernel'],
  ['src/regulation', 'src/db', 'src/documents'],
  ['src/authz', 'src/ui', 'src/jobs', 'src/styles', 'src/client', 'territories'],
  ['src/history', 'src/files', 'src/accounts', 'src/mail'],
  ['src/web', 'src/config.ts'],
  ['src/notices', 'src/journals'],
  ['src/kit'],
  ['src/export', 'src/ops', ...m('accounts', 'notices', 'regulation', 'settings', 'calendar', 'info-pages', 'dev-pages')],
  ['src/backup'],
  ['src/cli', ...m('organisations', 'history')],
  m('people'),
  m('orders'),
  m('sites', 'calls'),
  m('procedures'),
  m('plans', 'programmes', 'contracts'),
  m('events'),
  m('traineeships', 'groups', 'meetings'),
  m('tryouts'),
  m('deficits', 'adaptations'),
  m('routes'),
  m('certificates'),
  m('pairs'),
  m('applications'),
  m('reviews', 'reports'),
  m('submissions'),
  m('status-cases'),
  m('reminders', 'tasks', 'search', 'public-calls', 'public-orders', 'copies', 'installation'),
  ['src/loading', ...m('register', 'clock')],
  ['src/app'],
  ['src/main.ts', 'src/docs-gen'],
]
const inside = (folder) => `${folder.replaceAll('.', '\\.')}(/|$)`
const named = layers.flat().map(inside).join('|')
const layering = layers.flatMap((row, at) =>
  row.map((folder) => ({
    name: 'layers',
    comment: 'A folder uses only what lies below it.',
    severity: 'error',
    from: { path: `^${inside(folder)}`, pathNot: tests },
    to: { path: '^(src|territories)/', pathNot: `^(${[folder, ...layers.slice(0, at).flat()].map(inside).join('|')})` },
  })),
)

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layering,
    {
      name: 'layer-of-every-folder',
      comment: 'A new folder is put into the rows of layers first.',
      severity: 'error',
      from: { path: '^(src|territories)/', pathNot: [tests, `^(${named})`] },
      to: {},
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'The kernel knows nothing of the domain.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: tests },
      to: { path: '^(src|territories)/', pathNot: '^src/kernel/' },
    },
    {
      name: 'regulation-on-kernel',
      comment: 'The regulation is data and pure questions about it.',
      severity: 'error',
      from: { path: '^src/regulation/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(kernel|regulation)/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules, models and machines decide; they read no database, clock, session or text.',
      severity: 'error',
      from: { path: `^src/modules/([^/]+)/${part}[a-z-]*(model|machine|rules|effects)\\.ts$`, pathNot: tests },
      to: {
        path: '^(src|territories)/',
        pathNot: [
          '^src/(kernel|regulation)/',
          '^src/authz/(roles|policy)\\.ts$',
          '^src/kit/(row|tasks|reminders)\\.ts$',
          pure,
          pureKit,
          orderKit,
          ownData,
        ],
      },
    },
    {
      name: 'rules-need-no-packages',
      comment: 'A rule that needs the network, a file or a database is not a rule.',
      severity: 'error',
      from: { path: `^src/(kernel|regulation)/|${pureKit}|${pure}`, pathNot: tests },
      to: { path: '^(pg|kysely|hono|pg-boss|nodemailer|preact)$|node_modules/(pg|kysely|hono|pg-boss|nodemailer|preact)/' },
    },
    {
      name: 'arrows-down',
      comment: 'A command or a query never reaches up to pages.',
      severity: 'error',
      from: { path: `^src/modules/[^/]+/${part}(commands/|queries)`, pathNot: tests },
      to: { path: '^src/(web|ui|cli)/|^src/modules/[^/]+/(routes\\.tsx|views/|forms\\.ts)', pathNot: addresses },
    },
    {
      name: 'modules-through-the-door',
      comment: 'A module uses another only through its model, machine, rules, queries and commands.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: tests },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', `^src/modules/[^/]+/(${open})`] },
    },
    {
      name: 'looks-through-their-doors',
      comment:
        'Pages take components from ui/frame.ts, ui/content.ts and ui/fields.ts; what only one place needs is taken from its file.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/ui/', tests] },
      to: { path: '^src/ui/', pathNot: soleLooks },
    },
    {
      name: 'looks-know-no-modules',
      comment: 'Components and documents are given what they show.',
      severity: 'error',
      from: { path: '^src/(ui|documents)/', pathNot: tests },
      to: { path: '^src/(modules|db|web|cli|history|jobs)/', pathNot: addresses },
    },
    {
      name: 'database-below',
      comment: 'The database layer, history and notices serve modules and know none.',
      severity: 'error',
      from: { path: '^src/(db|history|authz|notices)/', pathNot: tests },
      to: { path: '^src/(modules|web|ui|cli|documents)/', pathNot: addresses },
    },
    {
      name: 'territories-are-data',
      comment: 'A territory is described with the regulation’s own types; the program never names one.',
      severity: 'error',
      from: { path: '^territories/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(kernel|regulation)/' },
    },
    {
      name: 'commands-on-top',
      comment: 'Only main.ts starts commands.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/main\\.ts$', '^src/cli/', tests] },
      to: { path: '^src/(cli/|main\\.ts$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shipped-code-on-shipped-packages',
      comment: 'The program must run without development packages.',
      severity: 'error',
      from: { path: '^(src|territories)/', pathNot: [tests, '^src/(docs-gen|styles|client)/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|var)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node'],
    },
  },
}
