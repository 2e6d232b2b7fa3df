// Keeps what is typed into a form on the server while it is being typed: a moment after the last key, now and then
// meanwhile, and at once when the page is left. Until it has worked the words are in the page, and it tries again.
const PAUSE = 3000
const LONGEST = 15000
const AGAIN = 5000
const MOST_AFTERWARDS = 60000 // bytes that a browser still sends for a page that has gone
const NOT_WORDS = ['csrfmiddlewaretoken', 'stamp', 'find']

export function keepWhileTyping (form, { says, showTrouble }) {
  const note = form.querySelector('[data-kept]')
  const trouble = document.getElementById('heed-trouble')
  let kept = 'typed' in form.dataset ? null : words()
  let touched = kept === null
  let leaving = false
  let since = 0
  let timer
  let asking = null

  function words () {
    const typed = new URLSearchParams(new FormData(form))
    NOT_WORDS.forEach((name) => typed.delete(name))
    return typed.toString()
  }

  function soon (pause = PAUSE) {
    touched = true
    since ||= Date.now()
    clearTimeout(timer)
    timer = setTimeout(() => keep(), Math.max(0, Math.min(pause, since + LONGEST - Date.now())))
  }

  // One at a time, so that older words never come after newer ones; but a page that is left cannot wait.
  function keep (atOnce = false) {
    clearTimeout(timer)
    const now = words()
    if (!touched || leaving || now === kept || (asking && !atOnce)) return asking
    const own = ask(now).finally(() => { if (asking === own) asking = null })
    asking = own
    return own
  }

  async function ask (now) {
    const body = new URLSearchParams(new FormData(form)).toString()
    since = 0
    try {
      const answer = await fetch(form.dataset.keeps, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'HX-Request': 'true' },
        keepalive: body.length < MOST_AFTERWARDS,
        signal: AbortSignal.timeout?.(15000)
      })
      const away = answer.headers.get('HX-Redirect')
      if (away) return leaveFor(away, now)
      if (answer.status >= 500) throw new Error()
      if (answer.status >= 400) return isRefused(now, await problem(answer))
      if (answer.status !== 204) isKept(await answer.json())
      kept = now
      showTrouble(false, 'keep')
      if (words() !== kept) soon()
    } catch {
      showTrouble(true, 'keep')
      clearTimeout(timer)
      timer = setTimeout(() => keep(), AGAIN)
    }
  }

  function isKept (answer) {
    if (!note.textContent) says.textContent = 'Your words are kept while you type'
    note.textContent = answer.kept
    const before = form.elements.stamp.value
    for (const stamp of document.querySelectorAll('input[name="stamp"]')) {
      if (stamp.value === before) stamp.value = answer.stamp
    }
  }

  // Not to be tried again before something else is typed.
  function isRefused (now, words) {
    kept = now
    showTrouble(true, 'keep', words)
  }

  async function problem (answer) {
    if (answer.status === 409) return (await answer.json()).problem
    return trouble?.dataset.tooLong
  }

  // The session has ended, or begun anew: the words are kept, and stand in the form when one comes back to it.
  function leaveFor (address, now) {
    kept = now
    location.assign(address)
  }

  form.addEventListener('input', ({ target }) => { if (!NOT_WORDS.includes(target.name)) soon() })
  form.addEventListener('change', ({ target }) => { if (!NOT_WORDS.includes(target.name)) soon() })
  document.addEventListener('htmx:afterSettle', () => { if (touched && words() !== kept) soon() })
  document.addEventListener('visibilitychange', () => keep(true))
  window.addEventListener('pagehide', () => keep(true))
  window.addEventListener('pageshow', () => { leaving = false })
  window.addEventListener('online', () => keep())
  // Putting kept words away must not keep them once more.
  document.addEventListener('submit', ({ target }) => {
    if (target !== form && target.elements.stamp) leaving = true
  })
  if (touched) soon(0)

  return {
    flush: async () => { await keep(true) },
    // Send goes after whatever is still on its way, so that nothing is kept once it is sent.
    settle: async () => { clearTimeout(timer); leaving = true; await asking },
    stay: () => { leaving = false; if (words() !== kept) soon() }
  }
}
