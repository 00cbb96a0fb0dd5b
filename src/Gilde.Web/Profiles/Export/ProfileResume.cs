using Gilde.Web.Formats;
using Gilde.Web.Pictures;

namespace Gilde.Web.Profiles.Export;

/// <summary>A profile in the JSON Resume schema.</summary>
public static class ProfileResume
{
    public static JsonResume Of(ProfileView profile, Uri address, Texts t)
    {
        var page = new Uri(address, "/@" + profile.Handle).AbsoluteUri;
        var names = CodedNames.In(t.Language);
        return new JsonResume
        {
            Basics = new ResumeBasics(profile.Name, Said(profile.Headline), profile.Picture is { } picture ? new Uri(address, PictureAddress.Of(picture.Id, PictureSize.Large)).AbsoluteUri : null,
                Url: page, Summary: Said(profile.About), Location: Place(profile))
            {
                Profiles = [.. profile.Websites.Select(w => new ResumeProfile(w.Label.Length > 0 ? w.Label : w.Host, Url: w.Url))],
            },
            Work = [.. profile.Positions.Select(p => new ResumeWork(p.Firm, p.Title, Said(p.Place), StartDate: p.From, EndDate: p.To, Summary: Said(p.Description)))],
            Education = [.. profile.Education.Select(e => new ResumeEducation(e.School, Said(e.Field), Said(e.Degree), StartDate: e.From, EndDate: e.To))],
            Certificates = [.. profile.Credentials.Select(c => new ResumeCertificate(c.Name, c.Awarded, Issuer: Said(c.Issuer)))],
            Skills = [.. profile.Skills.Select(s => new ResumeSkill(s))],
            Languages = [.. profile.Languages.Select(l => new ResumeLanguage(names.Language(l.Code), SectionWords.Level(l.Level, t)))],
            Interests = [.. profile.Interests.Select(i => new ResumeInterest(i))],
            Offers = profile.Offers.Count > 0 ? profile.Offers : null,
            Seeks = profile.Seeks.Count > 0 ? profile.Seeks : null,
            Meta = new ResumeMeta(page + ".json", profile.ChangedAt.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)),
        };
    }

    private static ResumeLocation? Place(ProfileView profile) =>
        profile.IsEmpty(ProfileSection.Place) ? null : new ResumeLocation(City: Said(profile.Place), CountryCode: Said(profile.Country));

    private static string? Said(string text) => text.Length > 0 ? text : null;
}
