import { describe, expect, test } from 'vitest'
import { type GrantedRole, grantedRoles, type Role, roles } from '../../authz/roles.ts'
import {
  type Answering,
  type Door,
  doorOf,
  type Inviting,
  mayAnswer,
  mayLetIn,
  maySetFirstPassword,
  newAddressOf,
  type Reset,
  type Resetter,
  resetOf,
  whyNotGrant,
  whyNotInvite,
} from './identity-rules.ts'

describe('who lets whom in', () => {
  const everybody: readonly Role[] = roles
  const ordinary = everybody.filter(
    (role) => role !== 'signatory' && role !== 'signer' && role !== 'administrator' && role !== 'installer',
  )
  /** Each inviter with everybody they may let in. */
  const table: Readonly<Record<Role, readonly Role[]>> = {
    official: ordinary,
    signatory: [],
    methodist: [],
    administrator: everybody,
    coordinator: [],
    siteHead: [],
    siteStaff: [],
    expert: [],
    schoolHead: [],
    teacher: [],
    bodyMember: [],
    signer: [],
    installer: [],
  }
  const pairs = everybody.flatMap((inviter) => everybody.map((invited) => ({ inviter, invited })))
  test.each(pairs)('$inviter × $invited', ({ inviter, invited }) => {
    expect(mayLetIn([inviter], [invited])).toBe(table[inviter].includes(invited))
  })
  test.each(everybody)('the installation × %s', (invited) => expect(mayLetIn('installation', [invited])).toBe(true))
  test('one guarded role of several guards the person; one strong role of several is enough to invite', () => {
    expect(mayLetIn(['official'], ['official', 'signatory'])).toBe(false)
    expect(mayLetIn(['official', 'administrator'], ['signatory'])).toBe(true)
    expect(mayLetIn([], ['teacher'])).toBe(false)
    expect(mayLetIn(['official'], [])).toBe(true)
  })
})

describe('a role', () => {
  const pairs = roles.flatMap((giver) => grantedRoles.map((role) => ({ giver, role })))
  test.each(pairs)('$role is given by $giver as they may let in', ({ giver, role }) => {
    const may = giver === 'administrator' || (giver === 'official' && role !== 'signatory' && role !== 'administrator')
    const refusal = whyNotGrant({ giver: [giver], role, toOneself: false })
    expect(refusal?.rule ?? null).toBe(may ? null : 'account.administratorGrants')
  })
  test.each(grantedRoles)('%s is never given to oneself', (role) =>
    expect(whyNotGrant({ giver: ['administrator'], role, toOneself: true })?.rule).toBe('account.roleToOneself'),
  )
})

describe('an invitation', () => {
  const plain: Inviting = { inviter: ['administrator'], person: { roles: [], work: 'going', enters: false }, address: 'free' }
  const why = (change: Partial<Inviting>, person: Partial<Inviting['person']> = {}) =>
    whyNotInvite({ ...plain, ...change, person: { ...plain.person, ...person } })?.rule ?? null

  test('refused for its address, is refused at the address, else of the person as a whole', () => {
    expect(whyNotInvite({ ...plain, address: 'ofAnotherMember' })).toEqual({
      ...{ code: 'rule', rule: 'account.belongsToAnother', field: 'email' },
    })
    expect(whyNotInvite({ ...plain, person: { ...plain.person, enters: true } })).toStrictEqual({
      ...{ code: 'rule', rule: 'account.alreadyEnters' },
    })
  })
  test('is made to whoever works or is about to', () => {
    expect(why({})).toBeNull()
    expect(why({}, { work: 'none' })).toBeNull()
  })
  test.each(grantedRoles.filter((role) => role !== 'administrator' && role !== 'official'))(
    'is not made by %s',
    (role: GrantedRole) => expect(why({ inviter: [role] })).toBe('account.administratorInvites'),
  )
  test.each<[string, Partial<Inviting>, Partial<Inviting['person']>]>([
    ['account.administratorInvites', { inviter: ['official'] }, { roles: ['signatory'] }],
    ['account.alreadyEnters', {}, { enters: true }],
    ['account.alreadyEnters', { inviter: 'installation' }, { enters: true }],
    ['account.workEnded', {}, { work: 'ended' }],
    ['account.belongsToAnother', { address: 'ofAnotherMember' }, {}],
    ['account.invitedAsAnother', { address: 'ofAnotherInvited' }, {}],
  ])('is refused: %s', (rule, change, person) => expect(why(change, person)).toBe(rule))
})

describe('the page of an invitation', () => {
  const open: Answering = { invitation: 'open', handedOver: false, work: 'going', account: false, visitor: 'stranger' }
  const cases: readonly [Partial<Answering>, Door][] = [
    [{}, 'setPassword'],
    [{ account: true }, 'signIn'],
    [{ handedOver: true }, 'choose'],
    [{ handedOver: true, account: true }, 'choose'],
    [{ account: true, visitor: 'owner' }, 'answer'],
    [{ account: true, visitor: 'owner', handedOver: true }, 'answer'],
    [{ visitor: 'another' }, 'otherAccount'],
    [{ account: true, visitor: 'another' }, 'otherAccount'],
    [{ visitor: 'another', handedOver: true }, 'otherAccount'],
    [{ work: 'none' }, 'setPassword'],
    [{ work: 'ended' }, 'workEnded'],
    [{ work: 'ended', account: true, visitor: 'owner' }, 'workEnded'],
    [{ invitation: 'expired' }, 'gone'],
    [{ invitation: 'expired', account: true, visitor: 'owner' }, 'gone'],
    [{ invitation: 'gone' }, 'gone'],
    [{ invitation: 'gone', work: 'ended' }, 'gone'],
  ]
  test.each(cases)('%j → %s', (change, door) => expect(doorOf({ ...open, ...change })).toBe(door))

  test('is answered by the owner of the account only', () => {
    for (const [change] of cases) {
      const given = { ...open, ...change }
      expect(mayAnswer(given)).toBe(
        given.invitation === 'open' && given.work !== 'ended' && given.account && given.visitor === 'owner',
      )
    }
  })
  test('sets a password only where there is no account, and only for a stranger', () => {
    for (const visitor of ['stranger', 'owner', 'another'] as const)
      for (const account of [true, false])
        for (const handedOver of [true, false]) {
          const given = { ...open, visitor, account, handedOver }
          expect(maySetFirstPassword(given)).toBe(visitor === 'stranger' && !account)
        }
    expect(maySetFirstPassword({ ...open, invitation: 'expired' })).toBe(false)
    expect(maySetFirstPassword({ ...open, invitation: 'gone' })).toBe(false)
    expect(maySetFirstPassword({ ...open, work: 'ended' })).toBe(false)
  })
})

describe('a new password', () => {
  const addresses = ['proved', 'unproved', 'unknown'] as const
  const outcome = (by: Resetter, sendsMail: boolean): readonly Reset[] =>
    addresses.map((address) => resetOf({ by, address, sendsMail }))

  test('is set by the owner, who knows the old one', () => {
    for (const sendsMail of [true, false]) expect(outcome('owner', sendsMail)).toEqual(['oldPassword', 'oldPassword', 'nothing'])
  })
  test('is asked for by anybody, and only the proved address is written to', () => {
    expect(outcome('anybody', true)).toEqual(['letter', 'nothing', 'nothing'])
    expect(outcome('anybody', false)).toEqual(['nothing', 'nothing', 'nothing'])
  })
  test('is given out by the administrator of the installation', () => {
    for (const sendsMail of [true, false]) expect(outcome('installation', sendsMail)).toEqual(['link', 'link', 'nothing'])
  })
  test.each(roles)('is never set by %s of a territory', (role) => {
    for (const sendsMail of [true, false]) expect(outcome(role, sendsMail)).toEqual(['nothing', 'nothing', 'nothing'])
  })
})

test.each([
  ['free', true, 'letter'],
  ['free', false, 'nothing'],
  ['own', true, 'same'],
  ['own', false, 'same'],
  ['ofAnother', true, 'nothing'],
  ['ofAnother', false, 'nothing'],
] as const)('a wanted address that is %s, mail %s: %s', (address, sendsMail, expected) => {
  expect(newAddressOf({ address, sendsMail })).toBe(expected)
})
