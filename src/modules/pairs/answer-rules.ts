import { no, type RuleRefusal } from '../../kernel/result.ts'

/** Whose form it is: of whoever answers, with neither people nor days in it, or of whoever names somebody else, with the person alone. */
export type Answering = 'mentor' | 'mentee' | 'passing'

/** What can be mended no more by an answer. */
const lost: Readonly<Record<string, RuleRefusal['rule']>> = {
  'pair.mentorHasNoRole': 'pair.answeredWithoutRole',
  'pair.roleEnds': 'pair.answeredRoleEnds',
  'pair.noPost': 'pair.answeredWithoutPost',
  'pair.postEnds': 'pair.answeredPostEnds',
  'pair.termIsOver': 'pair.answeredTooLate',
  'pair.outsideStatus': 'pair.answeredOutsideStatus',
}
const isFull = { mentor: 'pair.youLeadEnough', mentee: 'pair.mentorLeadsEnough' } as const
/** What another person would mend. */
const another: Readonly<Record<string, RuleRefusal['rule']>> = {
  'pair.oneself': 'pair.oneself',
  'pair.roleEnds': 'pair.heirRoleEnds',
}

/** Why a pair cannot be, said by what can be done about it in this form. */
export function saidTo(who: Answering, wrong: RuleRefusal): RuleRefusal {
  const { rule, params = {} } = wrong
  if (who === 'passing') {
    const other = another[rule]
    return other === undefined ? wrong : no(other, { params, field: 'mentorId' })
  }
  return no(rule === 'pair.tooMany' ? isFull[who] : (lost[rule] ?? rule), { params })
}
