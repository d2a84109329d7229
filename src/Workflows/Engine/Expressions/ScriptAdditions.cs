namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>Library functions of newer JavaScript that flows written for Elsa use often and the interpreter lacks.</summary>
internal static class ScriptAdditions
{
    public const string FixedDate = """
        Date = (function (now, Real) {
            function Fixed(y, m, d, h, i, s, f) {
                if (!(this instanceof Fixed)) { return new Real(now()).toString(); }
                switch (arguments.length) {
                    case 0: return new Real(now());
                    case 1: return new Real(y);
                    default: return new Real(y, m, d === undefined ? 1 : d, h || 0, i || 0, s || 0, f || 0);
                }
            }
            Fixed.prototype = Real.prototype;
            Fixed.now = now;
            Fixed.UTC = Real.UTC;
            Fixed.parse = Real.parse;
            return Fixed;
        })(now, Date);
        """;

    public const string Text = """
        (function () {
            function add(target, name, value) {
                if (!target[name]) { Object.defineProperty(target, name, { value: value, writable: true, configurable: true, enumerable: false }); }
            }
            add(Array.prototype, 'includes', function (x) { for (var i = 0; i < this.length; i++) { if (this[i] === x) { return true; } } return false; });
            add(Array.prototype, 'findIndex', function (f) { for (var i = 0; i < this.length; i++) { if (f(this[i], i, this)) { return i; } } return -1; });
            add(Array.prototype, 'find', function (f) { var i = this.findIndex(f); return i < 0 ? undefined : this[i]; });
            add(Array.prototype, 'fill', function (x) { for (var i = 0; i < this.length; i++) { this[i] = x; } return this; });
            add(Array, 'from', function (a, f) { var r = []; for (var i = 0; i < a.length; i++) { r.push(f ? f(a[i], i) : a[i]); } return r; });
            add(Array, 'of', function () { return Array.prototype.slice.call(arguments); });
            add(String.prototype, 'includes', function (x) { return this.indexOf(x) >= 0; });
            add(String.prototype, 'startsWith', function (x) { return this.substr(0, x.length) === x; });
            add(String.prototype, 'endsWith', function (x) { return x.length <= this.length && this.substr(this.length - x.length) === x; });
            add(String.prototype, 'repeat', function (n) { if (n * this.length > 100000) { throw new RangeError('Invalid count value'); } var r = ''; for (var i = 0; i < n; i++) { r += this; } return r; });
            add(String.prototype, 'padStart', function (n, p) { var r = String(this); p = p || ' '; while (r.length < n) { r = p.substr(0, n - r.length) + r; } return r; });
            add(String.prototype, 'padEnd', function (n, p) { var r = String(this); p = p || ' '; while (r.length < n) { r = r + p.substr(0, n - r.length); } return r; });
            add(Object, 'values', function (o) { return Object.keys(o).map(function (k) { return o[k]; }); });
            add(Object, 'entries', function (o) { return Object.keys(o).map(function (k) { return [k, o[k]]; }); });
            add(Object, 'assign', function (t) {
                for (var i = 1; i < arguments.length; i++) { var s = arguments[i]; if (s) { Object.keys(s).forEach(function (k) { t[k] = s[k]; }); } }
                return t;
            });
            add(Number, 'isInteger', function (x) { return typeof x === 'number' && isFinite(x) && Math.floor(x) === x; });
            add(Number, 'isFinite', function (x) { return typeof x === 'number' && isFinite(x); });
            add(Number, 'isNaN', function (x) { return x !== x; });
            add(Number, 'parseInt', parseInt);
            add(Number, 'parseFloat', parseFloat);
            add(Math, 'trunc', function (x) { return x < 0 ? Math.ceil(x) : Math.floor(x); });
            add(Math, 'sign', function (x) { return x > 0 ? 1 : x < 0 ? -1 : 0; });
        })();
        """;
}
