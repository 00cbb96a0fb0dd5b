using Gilde.Web.Formats;
using Gilde.Web.Pictures;

namespace Gilde.Web.Profiles.Export;

/// <summary>The public side of a profile as a business card: no phone number, no e-mail address, those are released by their owner to each contact.</summary>
internal static class ProfileVCard
{
    public static async Task<VCard> Of(ProfileRequest request, ProfileView profile)
    {
        var page = new Uri(request.Settings.Address, "/@" + profile.Handle).AbsoluteUri;
        return new VCard
        {
            FormattedName = profile.Name,
            Name = NameOf(profile.Name),
            Uid = page,
            Title = profile.CurrentPosition?.Title ?? Said(profile.Headline),
            Organisation = profile.CurrentPosition?.Firm,
            Urls = [new VCardEntry(page), .. profile.Websites.Select(w => new VCardEntry(w.Url, VCardUse.Work))],
            Addresses = Place(profile, request.Viewer.T),
            Note = Said(profile.Headline),
            Categories = profile.Skills,
            Photo = await Photo(request, profile),
            Revised = profile.ChangedAt,
        };
    }

    /// <summary>The last word is the family name, together with what belongs to it: "von der Heide".</summary>
    public static VCardName NameOf(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return new VCardName(name, "");
        var first = words.Length - 1;
        while (first > 1 && char.IsLower(words[first - 1][0])) first--;
        var titles = words.TakeWhile((w, i) => i < first - 1 && w.EndsWith('.')).ToList();
        return new VCardName(string.Join(' ', words[first..]), string.Join(' ', words[titles.Count..first]), Prefix: string.Join(' ', titles));
    }

    private static VCardAddress[] Place(ProfileView profile, Texts t) =>
        profile.IsEmpty(ProfileSection.Place)
            ? []
            : [new VCardAddress("", profile.Place, Country: profile.Country.Length > 0 ? CodedNames.In(t.Language).Country(profile.Country) : "", Use: VCardUse.Work)];

    public static async Task<VCardPhoto?> Photo(ProfileRequest request, ProfileView profile)
    {
        if (profile.Picture is not { } shown) return null;
        var rendition = PictureShape.For(PicturePurpose.Profile).Of(PictureSize.Card)!;
        var folder = await request.Db.Pictures.Where(p => p.Id == shown.Id).Select(p => p.Folder).SingleOrDefaultAsync(request.Stop);
        var file = folder is null ? null : request.Pictures.FileOf(folder, rendition);
        return File.Exists(file) ? new VCardPhoto(rendition.MediaType, await File.ReadAllBytesAsync(file, request.Stop)) : null;
    }

    private static string? Said(string text) => text.Length > 0 ? text : null;
}
