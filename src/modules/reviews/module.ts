import { may } from '../../authz/ctx.ts'
import { addressee, by, type Grants, office } from '../../authz/policy.ts'
import { capital } from '../../kernel/names.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { reviewWord } from '../../regulation/review/questions.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { notices } from './notices.ts'
import { own as paths } from './paths.ts'
import { plugs } from './plugs.ts'
import { reminders } from './reminders.ts'
import { routes } from './routes.ts'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

/** The people of the body that the regulation lets judge. */
const ofJudge = by('heldRole', 'bodyMember')

const permissions = {
  'expert.list': office,
  'expert.manage': by('territory', 'methodist', 'official'),
  // The subject of a review: the expert alone.
  'review.listOwn': by('territory', 'expert'),
  'review.view': addressee,
  'review.edit': addressee,
  // A sent review is read by its expert and by the office.
  'review.read': [...office, ...addressee, ...ofJudge],
  'review.manage': [...by('territory', 'methodist'), ...ofJudge],
  'review.summary': [...office, ...ofJudge],
  'review.protocol': [...by('territory', 'methodist'), ...ofJudge],
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = {
  work: [
    {
      place: 40,
      section: 'reviews',
      label: (_, [first]) => capital(reviewWord(first?.paper ?? null)),
      href: (to, ctx) => (may(ctx, 'review.listOwn') ? paths.reviews(to) : null),
    },
  ],
}

export default module({
  name: 'reviews',
  paths,
  navigation,
  permissions,
  facts,
  invariants,
  reminders,
  tasks,
  notices,
  routes,
  ruleTexts,
  plugs,
})
