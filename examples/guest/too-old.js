// For browsers that cannot run the page: no modules, or none of the language and the interfaces of 2022. Stylesheets that
// scripts make came to Safari last, in 16.4, together with the static blocks that cannot be asked for. Nothing here is
// newer than ECMAScript 5. It comes before the script that takes the token out of the address, where there are
// modules: the link must still be there to be copied, and opened elsewhere.
(function () {
  'use strict';
  var runs =
    'noModule' in document.createElement('script') &&
    typeof Object.hasOwn === 'function' &&
    typeof AbortSignal === 'function' &&
    typeof AbortSignal.timeout === 'function' &&
    'customElements' in window &&
    'adoptedStyleSheets' in Document.prototype;
  var link = location.href;

  function find(id) {
    return document.getElementById(id);
  }

  function copy() {
    var field = document.createElement('textarea');
    field.value = link;
    document.body.appendChild(field);
    field.select();
    find('copied').textContent = document.execCommand('copy')
      ? 'Kopieret.'
      : 'Kunne ikke kopieres. Tryk på linket i sms’en.';
    document.body.removeChild(field);
  }

  find(runs ? 'opening' : 'too-old').hidden = false;
  find('copy').onclick = copy;
})();
