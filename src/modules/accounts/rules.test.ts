import { describe, expect, test } from 'vitest'
import { afterSignIn, passwordRefusal } from './rules.ts'

const why = (password: string, email = 'metodist@primer.ru') => passwordRefusal(password, email)?.rule ?? null

describe('a password', () => {
  test.each([
    ['четырнадцать14', 'password.tooShort'],
    ['ж'.repeat(14), 'password.tooShort'],
    ['а5'.repeat(65), 'password.tooLong'],
    ['111111111111111', 'password.repeated'],
    ['абвабвабвабвабвабв', 'password.repeated'],
    ['ab12cdab12cdab12cd', 'password.repeated'],
    ['Qwertyuiopasdfgh', 'password.common'],
    ['йцукенгшщзхъфывап', 'password.common'],
    ['1234567890-=qwer', 'password.common'],
    ['987654321098765', 'password.common'],
    ['1q2w3e4r5t6y7u8i', 'password.common'],
    ['Password12345678', 'password.common'],
    ['Пароль-2021-2022!', 'password.common'],
    ['passwordpassword', 'password.common'],
    ['Школа2021Учитель!', 'password.common'],
    ['12.06.1985-12.06', 'password.common'],
    ['metodist@primer.ru', 'password.likeEmail'],
    ['metodist12345!7', 'password.common'],
    ['chebula42-2021-!', null],
    ['верный конь батарея скрепка', null],
    ['школа лето учитель мама', null],
    ['Tr0ub4dor-and-3-moons', null],
  ])('%s: %s', (password, rule) => {
    expect(why(password)).toBe(rule)
  })

  test('counts a letter with a mark once, however it is typed', () => {
    expect(why('йод ёж ель юла'.normalize('NFD'))).toBe('password.tooShort')
  })

  test('too short says how long it is and how long it has to be', () =>
    expect(passwordRefusal('коротко', 'a@primer.ru')).toEqual({
      ...{ code: 'rule', rule: 'password.tooShort', field: 'password' },
      params: { least: 15, length: 7 },
    }))

  test('may hold a name too short to be guessed by', () => {
    expect(why('irairaira-93x7q!', 'ira@primer.ru')).toBeNull()
    expect(why('irinairina-93x7q', 'irina@primer.ru')).toBe('password.likeEmail')
  })

  test('may not be made of the name in the e-mail', () => {
    expect(why('morozova-irina1', 'morozova-irina@primer.ru')).toBe('password.likeEmail')
  })
})

describe('the address after sign-in', () => {
  test.each([
    ['/t/luga/plans?year=2021', '/t/luga/plans?year=2021'],
    ['/sign-outs', '/sign-outs'],
    ['/sign-out', null],
    ['/sign-in?next=/sign-in', null],
    ['//evil.example/', null],
  ])('%s: %s', (next, address) => {
    expect(afterSignIn(next)).toBe(address)
  })
})
