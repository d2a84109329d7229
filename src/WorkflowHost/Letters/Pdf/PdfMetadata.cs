using System.Globalization;
using System.Security;
using System.Text;

namespace IndividualPlan.WorkflowHost.Letters.Pdf;

/// <summary>What the file says of itself, as XMP: title, language, when it was made, and the standard that it keeps to.</summary>
internal static class PdfMetadata
{
    /// <summary>The packet. Title and time are the same as in the file's own facts, as PDF/A demands.</summary>
    /// <param name="title">Title.</param>
    /// <param name="language">Language.</param>
    /// <param name="createdAt">When it was made.</param>
    /// <param name="isTagged">Whether all text has a role: PDF/A-2 level A and PDF/UA-1. Without, level U: every letter has its Unicode value.</param>
    public static byte[] Xmp(string title, string language, DateTimeOffset createdAt, bool isTagged)
    {
        var at = createdAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var accessible = isTagged ? "<pdfuaid:part>1</pdfuaid:part>" : "";
        return Encoding.UTF8.GetBytes($"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(title)}</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>{at}</xmp:CreateDate>
            <pdf:Producer>IndividualPlan</pdf:Producer>
            <pdfaid:part>2</pdfaid:part>
            <pdfaid:conformance>{(isTagged ? "A" : "U")}</pdfaid:conformance>
            {accessible}
            </rdf:Description>
            {(isTagged ? AccessibilitySchema : "")}
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """.ReplaceLineEndings("\n"));
    }

    /// <summary>PDF/A knows no name of PDF/UA, so the file explains it.</summary>
    private const string AccessibilitySchema = """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        """;
}
