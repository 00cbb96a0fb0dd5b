using System.Text;
using System.Xml;

namespace Gilde.Web.Formats;

/// <summary>XML of feeds and site maps: UTF-8, and never a character that XML does not have.</summary>
internal static class FeedXml
{
    public static byte[] Write(Action<XmlWriter> write)
    {
        var file = new MemoryStream();
        using (var xml = XmlWriter.Create(file, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, CheckCharacters = true }))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }
        return file.ToArray();
    }

    public static void Text(this XmlWriter xml, string name, string text) => xml.WriteElementString(name, Clean(text));

    public static void Text(this XmlWriter xml, string prefix, string name, string space, string text) => xml.WriteElementString(prefix, name, space, Clean(text));

    /// <summary>Without control characters and halves of signs, which XML cannot hold even escaped.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
        }
        return clean.ToString();
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
            if (!XmlConvert.IsXmlChar(c)) return false;
        return true;
    }
}
