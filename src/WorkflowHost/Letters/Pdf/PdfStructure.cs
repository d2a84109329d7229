using System.Globalization;
using System.Text;

namespace IndividualPlan.WorkflowHost.Letters.Pdf;

/// <summary>What the text of a PDF is: headings, paragraphs, lists. Screen readers read it in this order, and people can jump from heading to heading (PDF/UA).</summary>
internal sealed class PdfStructure
{
    private readonly Element _document = new("Document", null);
    private readonly List<Element> _all = [];
    private readonly List<List<Element>> _byPage = [];
    private Element? _open;

    public PdfStructure() => _all.Add(_document);

    /// <summary>Begins something inside what is open.</summary>
    /// <param name="role">A standard role: <c>H1</c>, <c>P</c>, <c>L</c>, <c>LI</c>, <c>LBody</c> ….</param>
    public void Begin(string role)
    {
        var element = new Element(role, _open ?? _document);
        (_open ?? _document).Kids.Add(element);
        _all.Add(element);
        _open = element;
    }

    public void End() => _open = _open!.Parent == _document ? null : _open.Parent;

    /// <summary>Wraps what is drawn on a page so that it belongs to what is open; outside of everything it is decoration, which is not read.</summary>
    public string Mark(int page, string drawn)
    {
        if (_open is null)
        {
            return $"/Artifact BMC {drawn} EMC\n";
        }

        while (_byPage.Count <= page)
        {
            _byPage.Add([]);
        }

        var number = _byPage[page].Count;
        _byPage[page].Add(_open);
        _open.Kids.Add((page, number));
        return string.Create(CultureInfo.InvariantCulture, $"/{_open.Role} << /MCID {number} >> BDC {drawn} EMC\n");
    }

    /// <summary>Whether anything was given a role. A file without is written as plain pages.</summary>
    public bool IsUsed => _all.Count > 1;

    /// <summary>Adds the objects of the structure; the first is the root.</summary>
    /// <param name="objects">The file's objects so far.</param>
    /// <param name="pageObject">Number of the object of a page.</param>
    public void Add(List<byte[]> objects, Func<int, int> pageObject)
    {
        var root = objects.Count + 1;
        for (var at = 0; at < _all.Count; at++)
        {
            _all[at].Number = root + 2 + at;
        }

        objects.Add(Ascii($"<< /Type /StructTreeRoot /K {_document.Number} 0 R /ParentTree {root + 1} 0 R /ParentTreeNextKey {_byPage.Count} >>"));
        var tree = string.Concat(_byPage.Select((elements, page) => string.Create(
            CultureInfo.InvariantCulture, $"{page} [{string.Join(' ', elements.Select(element => $"{element.Number} 0 R"))}] ")));
        objects.Add(Ascii($"<< /Nums [{tree}] >>"));
        foreach (var element in _all)
        {
            var kids = string.Join(' ', element.Kids.Select(kid => kid is Element child
                ? $"{child.Number} 0 R"
                : Marked(((int Page, int Number))kid, pageObject)));
            objects.Add(Ascii($"<< /Type /StructElem /S /{element.Role} /P {element.Parent?.Number ?? root} 0 R /K [{kids}] >>"));
        }
    }

    private static string Marked((int Page, int Number) mark, Func<int, int> pageObject) =>
        string.Create(CultureInfo.InvariantCulture, $"<< /Type /MCR /Pg {pageObject(mark.Page)} 0 R /MCID {mark.Number} >>");

    private static byte[] Ascii(FormattableString text) => Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture));

    private sealed class Element(string role, Element? parent)
    {
        public string Role { get; } = role;

        public Element? Parent { get; } = parent;

        /// <summary>Elements, and marks of what was drawn, in reading order.</summary>
        public List<object> Kids { get; } = [];

        public int Number { get; set; }
    }
}
