using Gilde.Web.Formats;

namespace Gilde.Web.Contacts;

/// <summary>A full name in the parts that address books sort by: titles before, the last name with its “von” and “van der”.</summary>
internal static class NameParts
{
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase) { "von", "vom", "van", "der", "den", "de", "di", "da", "du", "del", "della", "la", "le", "zu", "zum", "zur", "ten", "ter", "und" };

    public static VCardName Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var titles = words.TakeWhile(w => w.EndsWith('.')).Count();
        var rest = words[titles..];
        if (rest.Count <= 1) return new VCardName(rest.FirstOrDefault() ?? name, "", Prefix: string.Join(' ', words[..titles]));
        var family = rest.Count - 1;
        while (family > 1 && Particles.Contains(rest[family - 1])) family--;
        return new VCardName(string.Join(' ', rest[family..]), string.Join(' ', rest[..family]), Prefix: string.Join(' ', words[..titles]));
    }
}
