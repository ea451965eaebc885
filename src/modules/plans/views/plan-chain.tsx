import type { ComponentChildren } from 'preact'
import { shortDate } from '../../../kernel/dates.ts'
import { planSteps } from '../../../regulation/work/plan-steps.ts'
import type { PlanStep } from '../../../regulation/work/schema.ts'
import { Chain, type ChainStep } from '../../../ui/content.ts'
import { clauseLink, type OfTerritory } from '../../regulation/clause-links.tsx'
import type { PlanDecision, PlanSheet } from '../sheet.ts'

type PlanChainProps = { at: OfTerritory; sheet: PlanSheet }

/** The course of a version: the draft, each step of the regulation with its clause, and the day it came into force. */
export function PlanChain({ at, sheet }: PlanChainProps) {
  const { version, regulation, decisions, approved } = sheet
  if (!version) return null
  const done = version.state === 'approved' || version.state === 'superseded'
  const now = done ? planSteps(regulation).length + 1 : version.state === 'submitted' ? version.step + 1 : 0
  const stateOf = (place: number): ChainStep['state'] => (place < now ? 'done' : place === now ? 'now' : 'next')
  const passed = decisions.filter(({ versionId, outcome }) => versionId === version.id && outcome === 'passed')
  const steps: ChainStep[] = [
    { title: 'Готовит руководитель площадки', more: `редакция ${version.number}`, state: stateOf(0) },
    ...planSteps(regulation).map((step, index) => ({
      title: step.caption,
      more: <StepMore step={step} decision={passed.findLast((one) => one.step === index)} at={at} />,
      state: stateOf(index + 1),
    })),
    {
      title: version.state === 'superseded' ? 'Заменён новой редакцией' : done ? 'Действует' : 'Вступит в силу',
      more: done
        ? version.approvedOn && `с ${shortDate(version.approvedOn)}`
        : approved && `до этого дня действует редакция ${approved.number}`,
      state: done ? 'done' : 'next',
    },
  ]
  return <Chain label="Ход согласования" steps={steps} />
}

function StepMore(props: { step: PlanStep; decision?: PlanDecision; at: PlanChainProps['at'] }): ComponentChildren {
  const { step, decision, at } = props
  const [clause] = step.clause
  return (
    <>
      {decision && `${decision.person}, ${shortDate(decision.on)} `}
      {clauseLink(at, clause)}
    </>
  )
}
