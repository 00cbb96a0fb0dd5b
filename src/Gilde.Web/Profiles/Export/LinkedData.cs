using System.Text.Json.Nodes;
using Gilde.Web.Pictures;

namespace Gilde.Web.Profiles.Export;

/// <summary>What search engines read: schema.org's ProfilePage as JSON-LD. Characters that HTML would read are escaped.</summary>
public static class LinkedData
{
    public static string Of(ProfileView profile, Uri address)
    {
        var page = new Uri(address, "/@" + profile.Handle).AbsoluteUri;
        var person = new JsonObject { ["@type"] = "Person", ["name"] = profile.Name, ["alternateName"] = "@" + profile.Handle, ["url"] = page };
        Add(person, "description", profile.Headline);
        if (profile.Picture is { } picture) person["image"] = new Uri(address, PictureAddress.Of(picture.Id, PictureSize.Large)).AbsoluteUri;
        if (profile.CurrentPosition is { } position)
        {
            Add(person, "jobTitle", position.Title);
            person["worksFor"] = new JsonObject { ["@type"] = "Organization", ["name"] = position.Firm };
        }
        if (!profile.IsEmpty(ProfileSection.Place))
        {
            var place = new JsonObject { ["@type"] = "PostalAddress" };
            Add(place, "addressLocality", profile.Place);
            Add(place, "addressCountry", profile.Country);
            person["address"] = place;
        }
        Add(person, "knowsAbout", profile.Skills);
        Add(person, "knowsLanguage", profile.Languages.Select(l => l.Code));
        Add(person, "sameAs", profile.Websites.Select(w => w.Url));
        if (profile.Education.Count > 0) person["alumniOf"] = new JsonArray([.. profile.Education.Select(e => (JsonNode)new JsonObject { ["@type"] = "EducationalOrganization", ["name"] = e.School })]);
        return new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "ProfilePage",
            ["dateModified"] = profile.ChangedAt.ToString(),
            ["mainEntity"] = person,
        }.ToJsonString();
    }

    private static void Add(JsonObject target, string name, string value)
    {
        if (value.Length > 0) target[name] = value;
    }

    private static void Add(JsonObject target, string name, IEnumerable<string> values)
    {
        var list = values.Select(v => (JsonNode)JsonValue.Create(v)!).ToArray();
        if (list.Length > 0) target[name] = new JsonArray(list);
    }
}
