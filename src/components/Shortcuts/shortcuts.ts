import {translate} from '@docusaurus/Translate';

import {isApple, keyNames} from '../keyNames';

export interface Shortcut {
  /** Alternative ways to press it, each of keys that are held together. */
  readonly ways: readonly (readonly string[])[];
  readonly does: string;
}

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** Every shortcut of the site, with the key names of this platform. */
export function shortcutGroups(): readonly ShortcutGroup[] {
  const {control: ctrl, shift, space, home, end} = keyNames();
  const control = isApple() ? '⌘' : ctrl;
  return [
    {
      title: translate({id: 'shortcuts.anywhere', message: 'Anywhere'}),
      shortcuts: [
        {ways: [['/'], [control, 'K']], does: translate({id: 'shortcuts.search', message: 'Search'})},
        {ways: [['?']], does: translate({id: 'shortcuts.list', message: 'Show this list'})},
        {ways: [['Esc']], does: translate({id: 'shortcuts.escape', message: 'Close a dialog or a menu'})},
      ],
    },
    {
      title: translate({id: 'shortcuts.form', message: 'In the form'}),
      shortcuts: [{ways: [[control, 'Enter']], does: translate({id: 'shortcuts.send', message: 'Send'})}],
    },
    {
      title: translate({id: 'shortcuts.raw', message: 'In a raw JSON body'}),
      shortcuts: [
        {
          ways: [[ctrl, space]],
          does: translate({id: 'shortcuts.complete', message: 'Complete from the schema'}),
        },
        {
          ways: [['F8'], [shift, 'F8']],
          does: translate({id: 'shortcuts.fault', message: 'Next, previous problem'}),
        },
        {ways: [[control, 'Z']], does: translate({id: 'shortcuts.undo', message: 'Undo'})},
        {ways: [['Tab']], does: translate({id: 'shortcuts.leave', message: 'Leave the editor'})},
      ],
    },
    {
      title: translate({id: 'shortcuts.tabs', message: 'In tabs of samples'}),
      shortcuts: [
        {ways: [['←'], ['→']], does: translate({id: 'shortcuts.tab', message: 'Next, previous tab'})},
        {ways: [[home], [end]], does: translate({id: 'shortcuts.endTab', message: 'First, last tab'})},
      ],
    },
    {
      title: translate({id: 'shortcuts.tree', message: 'In the tree of a response'}),
      shortcuts: [
        {ways: [['↑'], ['↓']], does: translate({id: 'shortcuts.row', message: 'Previous, next row'})},
        {
          ways: [['←'], ['→']],
          does: translate({id: 'shortcuts.fold', message: 'Fold or leave, unfold or enter'}),
        },
        {ways: [[home], [end]], does: translate({id: 'shortcuts.endRow', message: 'First, last row'})},
      ],
    },
  ];
}
