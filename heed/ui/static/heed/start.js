// All the script of our own: it starts the GOV.UK parts, and makes swapped parts heard and found by keyboard.
import { initAll } from '../vendor/govuk-frontend.min.js'
import { keepWhileTyping } from './keep.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// Back brings a form afresh, with a new stamp. What was sent from here gets its old one again, so that it
// cannot become a second entry by mistake; unless somebody else has signed in since.
const form = document.querySelector('form[data-stamped]')
const who = document.querySelector('.heed-who')?.textContent.trim()
if (form) {
  const sent = history.state?.heed
  if (sent?.who === who) form.elements.stamp.value = sent.stamp
  form.addEventListener('submit', () => {
    history.replaceState({ ...history.state, heed: { who, stamp: form.elements.stamp.value } }, '')
  })
}

const says = document.getElementById('heed-says')
const trouble = document.getElementById('heed-trouble')
const lost = document.getElementById('heed-lost') ?? trouble
const troubles = new Map()
const keeping = form?.dataset.keeps ? keepWhileTyping(form, { says, showTrouble }) : null

// Before a form full of words leaves the page, ask whether anybody is there to take it: the browser's own page
// about a lost connection would stand in its place, and the words would be gone.
if (form) {
  let asking = false
  let answered = false
  form.addEventListener('submit', async (event) => {
    if (answered) return
    event.preventDefault()
    if (asking) return
    asking = true
    await keeping?.settle()
    answered = await someoneIsThere()
    asking = false
    if (!answered) keeping?.stay()
    showTrouble(!answered, 'part')
    if (answered) form.requestSubmit(event.submitter)
  })
  window.addEventListener('pageshow', () => { answered = false })
}

async function someoneIsThere () {
  try {
    const answer = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout?.(8000) })
    return (await answer.json()).database === 'up'
  } catch {
    return false
  }
}

// A part that was swapped in starts its own GOV.UK parts; doing the whole page twice would be an error.
// A name that stands there already (typed before the script had come, or kept) is looked for.
document.addEventListener('htmx:load', ({ detail }) => {
  if (detail.elt !== document.body) initAll({ scope: detail.elt })
  for (const box of detail.elt.querySelectorAll('[data-least]')) {
    const found = document.querySelector(box.getAttribute('hx-target'))
    if (isEnough(box) && !found.children.length) box.dispatchEvent(new Event('heed:look'))
  }
})

// Fewer letters than the server asks for: do not ask, and take away what was found for more letters.
document.addEventListener('htmx:beforeRequest', (event) => {
  const { elt, target } = event.detail
  if (elt.dataset.least && !isEnough(elt)) {
    event.preventDefault()
    target.replaceChildren()
  }
})

// A whole page in answer to a part means that the session has ended: leave everything that was typed as it is.
document.addEventListener('htmx:beforeSwap', (event) => {
  const { detail } = event
  if (/^\s*<!doctype/i.test(detail.serverResponse)) {
    detail.shouldSwap = false
    showTrouble(true, asker(event))
  } else {
    showTrouble(!detail.shouldSwap && detail.xhr.status >= 400, asker(event))
  }
})
document.addEventListener('htmx:sendError', (event) => showTrouble(true, asker(event)))
document.addEventListener('htmx:timeout', (event) => showTrouble(true, asker(event)))

// What waits stays current: the page asks every few seconds, but not while nobody can see it, and at once when
// it is shown again (also by Back, after the session may have ended).
const isGlance = (event) => event.detail.elt.id === 'heed-now'
const glance = () => document.getElementById('heed-now')?.dispatchEvent(new Event('heed:now'))
document.addEventListener('htmx:beforeRequest', (event) => {
  if (isGlance(event) && document.hidden) event.preventDefault()
})
document.addEventListener('visibilitychange', () => { if (!document.hidden) glance() })
window.addEventListener('pageshow', ({ persisted }) => { if (persisted) glance() })

// A page with words in it is taken away only after they are kept.
document.addEventListener('htmx:beforeOnLoad', async (event) => {
  const away = event.detail.xhr.getResponseHeader('HX-Redirect')
  if (!away || !keeping || !isGlance(event)) return
  event.preventDefault()
  await keeping.flush()
  location.assign(away)
})

// Rows must not move under a hand that is about to press one of them: alerts that were read elsewhere leave the
// list when the hand rests. New ones come at the end and move nothing.
let moved = 0
document.addEventListener('pointermove', () => { moved = Date.now() })
document.addEventListener('htmx:beforeSwap', (event) => {
  const list = document.getElementById('waiting')
  if (!isGlance(event) || !list?.matches(':hover') || Date.now() - moved > 3000) return
  if (alertsIn(list).some((id) => !event.detail.serverResponse.includes(id))) event.detail.shouldSwap = false
})

// Alerts that have come are said once; the keyboard stays on its alert (htmx finds it again by its id), or goes
// to the heading when that alert is gone.
let within = false
document.addEventListener('htmx:oobBeforeSwap', ({ detail }) => {
  const { target, fragment } = detail
  if (target.id === 'waiting') within = target.contains(document.activeElement)
  if (target.id !== (document.getElementById('waiting') ? 'waiting' : 'bar-waiting')) return
  const coming = fragment.querySelector(`#${target.id}`)
  const known = alertsIn(target)
  const fresh = Math.max(
    alertsIn(coming).filter((id) => !known.includes(id)).length,
    coming.dataset.waiting - target.dataset.waiting
  )
  if (fresh > 0) says.textContent = fresh === 1 ? '1 new alert' : `${fresh} new alerts`
})
document.addEventListener('htmx:afterSettle', (event) => {
  if (isGlance(event) && within && document.activeElement === document.body) {
    document.getElementById('alerts')?.focus({ preventScroll: true })
  }
  within = false
})

// A fold that was open stays open when the server sends it again.
document.addEventListener('htmx:oobBeforeSwap', ({ detail }) => {
  for (const fold of detail.target.querySelectorAll('details[open][id]')) {
    const coming = detail.fragment.querySelector(`#${fold.id}`)
    if (coming) coming.open = true
  }
})

// Say what changed to whoever cannot see it, and give the keyboard a place when its button has gone.
document.addEventListener('htmx:afterSettle', ({ detail }) => {
  const heard = detail.elt.closest('[data-say]') ?? detail.elt.querySelector('[data-say]')
  if (heard) says.textContent = heard.dataset.say
  if (document.activeElement === document.body) detail.elt.querySelector('[data-first]')?.focus()
})

// A long list of people is narrowed by typing a part of a name; whoever is ticked stays in sight.
for (const box of document.querySelectorAll('[data-sifts]')) {
  const rows = document.getElementById(box.dataset.sifts).children
  box.closest('[hidden]').hidden = false
  box.addEventListener('input', () => {
    const asked = box.value.trim().toLowerCase()
    for (const row of rows) {
      row.hidden = !row.querySelector('input').checked && !row.textContent.toLowerCase().includes(asked)
    }
  })
  box.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault() })
}

function isEnough (box) {
  return box.value.trim().length >= Number(box.dataset.least)
}

function alertsIn (place) {
  return [...place.querySelectorAll('.heed-alert')].map(({ id }) => id)
}

function asker (event) {
  return isGlance(event) ? 'glance' : 'part'
}

// One note for a page that cannot be kept current, one for words that cannot be kept or sent; they go when it
// works again. `words` are said instead of the note's own.
function showTrouble (shown, whose, words) {
  if (shown) troubles.set(whose, words ?? '')
  else troubles.delete(whose)
  if (lost && lost !== trouble) lost.hidden = !troubles.has('glance') && (Boolean(trouble) || !troubles.size)
  if (!trouble) return
  trouble.dataset.own ??= trouble.textContent
  const said = troubles.get('keep') || trouble.dataset.own
  if (trouble.textContent !== said) trouble.textContent = said
  trouble.hidden = !['part', 'keep', ...(lost === trouble ? ['glance'] : [])].some((one) => troubles.has(one))
}
