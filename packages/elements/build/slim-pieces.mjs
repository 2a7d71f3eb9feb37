/**
 * Pieces of Lit's files that nothing in the script-tag build can reach, a list for each file; where
 * something has to stand in place of a piece, both as a pair. 0.5 KiB in all, of the 14 that a first
 * paint may cost. Each must be there exactly once, or the build fails: a new version of Lit is looked
 * at again, piece by piece.
 */
export const unreachable = {
  'reactive-element': [
    // Polyfills, and the count of versions that only development builds read.
    ',p=a.reactiveElementPolyfillSupport',
    ',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")',
    // Standard decorators and their metadata: our compiler writes the older ones.
    'Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;',
    'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
    'static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}',
    ',void 0!==t.l&&(this.l=[...t.l])',
    ',this.constructor.l?.forEach(t=>t(this))',
    // `static properties`: ours are declared by decorators.
    [
      'if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(d("properties"))){const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])}',
      'this.finalized=!0,this._$Ei();',
    ],
    // Reflection: elements reflect nothing.
    '_$ET(t,s){const i=this.constructor.elementProperties.get(t),e=this.constructor._$Eu(t,i);if(void 0!==e&&!0===i.reflect){const h=(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute(s,i.type);this._$Em=t,null==h?this.removeAttribute(e):this.setAttribute(e,h),this._$Em=null}}',
    'this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),',
    ',!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t)',
    'toAttribute(t,s){switch(s){case Boolean:t=t?l:null;break;case Object:case Array:t=null==t?t:JSON.stringify(t)}return t},',
    // Attributes with JSON in them.
    'case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}',
    'removeController(t){this._$EO?.delete(t)}',
  ],
  'lit-html': [
    ',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3")',
    // Bindings inside style, script, textarea and title.
    'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
  ],
  'lit-element': [
    ',s.litElementHydrateSupport?.({LitElement:i})',
    'const o=s.litElementPolyfillSupport;o?.({LitElement:i});',
    '(s.litElementVersions??=[]).push("4.2.2");',
  ],
};
