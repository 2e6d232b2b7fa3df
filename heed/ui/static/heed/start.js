// All the script of our own: it starts the GOV.UK parts, and makes swapped parts heard and found by keyboard.
import { initAll } from '../vendor/govuk-frontend.min.js'

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
    answered = await someoneIsThere()
    asking = false
    showTrouble(!answered)
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
    showTrouble(true)
  } else {
    showTrouble(!detail.shouldSwap && detail.xhr.status >= 400)
  }
})
document.addEventListener('htmx:sendError', () => showTrouble(true))
document.addEventListener('htmx:timeout', () => showTrouble(true))

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

function showTrouble (shown) {
  if (trouble) trouble.hidden = !shown
}
