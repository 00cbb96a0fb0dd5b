using Gilde.Web.Contacts;
using Gilde.Web.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Gilde.Web.Introductions;

public static class PersonScopes
{
    /// <summary>Members as lists and routes show them.</summary>
    public static IQueryable<Person> AsPeople(this IQueryable<Member> members) =>
        members.AsNoTracking().Select(m => new Person(m.Id, m.Handle, m.Name, m.Headline, m.PictureId));
}
