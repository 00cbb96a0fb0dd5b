using Gilde.Graph;
using Gilde.Web.Follows;
using Gilde.Web.Groups;
using Gilde.Web.Groups.Files;
using Gilde.Web.Groups.Joining;
using Gilde.Web.Groups.Links;
using Gilde.Web.Groups.Talk;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Comments;
using Gilde.Web.Posts.Polls;
using Gilde.Web.Contacts;
using Gilde.Web.Conversations;
using Gilde.Web.Imports.AddressBook;
using Gilde.Web.Introductions;
using Gilde.Web.Introductions.Asking;
using Gilde.Web.Moderation;
using Gilde.Web.Notifications;
using Gilde.Web.Pictures;
using Gilde.Web.Profiles;
using Microsoft.AspNetCore.Identity;

namespace Gilde.Web.Accounts.Leaving;

/// <summary>One JSON file of a member's export: the rows of one table that are theirs, without what others keep private.</summary>
public sealed record ExportTable(string Name, Type Entity, Func<GildeDb, Viewer, IQueryable<object>> Rows);

/// <summary>
/// What an export contains, table by table. A test demands that every table which names a member stands here or in <see cref="LeftOut"/> with a reason.
/// </summary>
public static class ExportScopes
{
    public static readonly IReadOnlyList<ExportTable> Tables =
    [
        .. AccountTables(), .. ProfileTables(), .. ContactTables(), .. IntroductionTables(), .. ConversationTables(), .. TalkTables(),
    ];

    public static readonly IReadOnlyDictionary<Type, string> LeftOut = new Dictionary<Type, string>
    {
        [typeof(RecoveryCode)] = "hashes of secrets",
        [typeof(IdentityUserClaim<long>)] = "not used",
        [typeof(IdentityUserLogin<long>)] = "not used",
        [typeof(IdentityUserToken<long>)] = "not used",
        [typeof(CardOffer)] = "stands in the open request for as long as that is open",
        [typeof(GroupFile)] = "stands with its versions",
        [typeof(PostDecline)] = "the moderators' work",
        [typeof(HeldDecision)] = "the moderators' work",
        [typeof(UnreadNotice)] = "follows from what is unread",
        [typeof(NotificationActor)] = "what others did stands in their own export",
        [typeof(DigestTurn)] = "follows from what is unread",
        [typeof(IntroductionStop)] = "who stands on a route is for those next to them to know",
        [typeof(Imports.StagedImport)] = "the member's own file, kept for a day",
        [typeof(AddressBookKey)] = "hashes of what the address book contains",
        [typeof(Search.SearchPhrase)] = "follows from the profile",
    };

    private static IEnumerable<ExportTable> AccountTables() =>
    [
        new("account", typeof(Account), (db, me) => db.Users.Where(a => a.Id == me.Id).Select(a => new { a.Id, a.Email, a.CreatedAt })),
        new("devices", typeof(Session), (db, me) => db.Sessions.Where(s => s.AccountId == me.Id).Select(s => new { s.Device, s.Address, s.StartedAt, s.SeenAt })),
        new("activity", typeof(AccountActivity), (db, me) => db.AccountActivities.Where(a => a.AccountId == me.Id).Select(a => new { a.At, a.Kind, a.Address, a.Device })),
        new("passkeys", typeof(IdentityUserPasskey<long>), (db, me) => db.Set<IdentityUserPasskey<long>>().Where(p => p.UserId == me.Id).Select(p => new { p.Data.Name, p.Data.CreatedAt })),
        new("second-factor", typeof(SecondFactor), (db, me) => db.SecondFactors.Where(f => f.AccountId == me.Id).Select(f => new { f.Since })),
        new("invitations", typeof(MailLink), (db, me) => db.MailLinks.Where(l => l.InviterId == me.Id).Select(l => new { l.Email, l.SentAt, l.ExpiresAt })),
        new("roles", typeof(RoleGrant), (db, me) => db.RoleGrants.Where(g => g.MemberId == me.Id).Select(g => new { g.Role, g.At })),
        new("suspension", typeof(Suspension), (db, me) => db.Suspensions.Where(s => s.MemberId == me.Id).Select(s => new { s.At, s.Reason })),
        new("exports", typeof(Export), (db, me) => db.Exports.Where(e => e.AccountId == me.Id).Select(e => new { e.AskedAt, e.ReadyAt, e.Size })),
        new("erasure", typeof(ErasureRequest), (db, me) => db.ErasureRequests.Where(r => r.MemberId == me.Id).Select(r => new { r.AskedAt, r.DueAt })),
        new("notifications", typeof(Notification), (db, me) => db.Notifications.Where(n => n.MemberId == me.Id).Select(n => new { n.Kind, n.At, n.ReadAt, n.MailedAt })),
        new("notification-choices", typeof(NotificationChoice), (db, me) => db.NotificationChoices.Where(c => c.MemberId == me.Id)),
        new("notification-times", typeof(NotificationTimes), (db, me) => db.NotificationTimes.Where(t => t.MemberId == me.Id)),
    ];

    private static IEnumerable<ExportTable> ProfileTables() =>
    [
        new("profile", typeof(Member), (db, me) => db.Members.Where(m => m.Id == me.Id)),
        new("positions", typeof(Position), (db, me) => db.Positions.Where(p => p.MemberId == me.Id)),
        new("education", typeof(Education), (db, me) => db.Educations.Where(p => p.MemberId == me.Id)),
        new("topics", typeof(Topic), (db, me) => db.Topics.Where(p => p.MemberId == me.Id)),
        new("languages", typeof(SpokenLanguage), (db, me) => db.SpokenLanguages.Where(p => p.MemberId == me.Id)),
        new("credentials", typeof(Credential), (db, me) => db.Credentials.Where(p => p.MemberId == me.Id)),
        new("websites", typeof(Website), (db, me) => db.Websites.Where(p => p.MemberId == me.Id)),
        new("who-sees-what", typeof(SectionAudience), (db, me) => db.SectionAudiences.Where(p => p.MemberId == me.Id)),
        new("former-handles", typeof(FormerHandle), (db, me) => db.FormerHandles.Where(p => p.MemberId == me.Id)),
        new("removed-entries", typeof(RemovedEntry), (db, me) => db.RemovedEntries.Where(p => p.MemberId == me.Id)),
        new("dismissed-hints", typeof(DismissedHint), (db, me) => db.DismissedHints.Where(p => p.MemberId == me.Id)),
        new("pictures", typeof(Picture), (db, me) => db.Pictures.Where(p => p.OwnerId == me.Id).Select(p => new { p.Id, p.Purpose, p.Alternative, p.Width, p.Height, p.CreatedAt })),
    ];

    private static IEnumerable<ExportTable> ContactTables() =>
    [
        new("contacts", typeof(Contact), (db, me) => db.Contacts.Where(c => c.OwnerId == me.Id).Select(c => new { c.OtherId, Name = db.Members.Where(m => m.Id == c.OtherId).Select(m => m.Name).First(), c.Since, c.Note, c.HowMet, c.MetAt, c.Word, c.Hidden })),
        new("contact-tags", typeof(ContactTag), (db, me) => db.ContactTags.Where(t => t.OwnerId == me.Id)),
        // That somebody declined stays theirs: the asker goes on seeing "asked".
        new("contact-requests", typeof(ContactRequest), (db, me) => db.ContactRequests.Where(r => r.FromId == me.Id || r.ToId == me.Id).Select(r => new { r.FromId, r.ToId, r.Reason, r.At })),
        new("card", typeof(CardField), (db, me) => db.CardFields.Where(f => f.MemberId == me.Id)),
        new("card-releases", typeof(CardRelease), (db, me) => db.CardReleases.Where(r => db.CardFields.Any(f => f.Id == r.FieldId && f.MemberId == me.Id))),
        new("card-link", typeof(CardLink), (db, me) => db.CardLinks.Where(l => l.MemberId == me.Id).Select(l => new { l.MadeAt })),
        new("blocks", typeof(Block), (db, me) => db.Blocks.Where(b => b.MemberId == me.Id)),
        new("address-book", typeof(AddressBookEntry), (db, me) => db.AddressBookEntries.Where(a => a.OwnerId == me.Id)),
        new("dismissed-suggestions", typeof(SuggestionDismissal), (db, me) => db.SuggestionDismissals.Where(d => d.MemberId == me.Id)),
        new("exchanges", typeof(Exchange), (db, me) => db.Exchanges.Where(x => x.FromId == me.Id || x.ToId == me.Id)),
        // The strength in its coarse step alone: what the other said of the tie is in it.
        new("ties", typeof(Tie), (db, me) => db.Ties.Where(t => t.LowId == me.Id || t.HighId == me.Id)
            .Select(t => new { t.LowId, t.HighId, t.LowToHigh, t.HighToLow, t.LowDays, t.HighDays, t.TurnDays, t.LastLowToHigh, t.LastHighToLow, t.MetAt, Warmth = TieStrength.WarmthOf(Math.Max(t.Strength, TieStrength.Weakest)) })),
    ];

    private static IEnumerable<ExportTable> IntroductionTables() =>
    [
        // A silent no stays silent: only what the requester knows themselves.
        new("introductions", typeof(Introduction), (db, me) => db.IntroductionsFrom(me).Select(i => new { i.TargetName, Over = i.FirstName, i.Wish, i.AskedAt, i.ExpiresAt, Closed = i.Closure == null ? null : (ClosureKind?)i.Closure.Kind })),
        new("introduction-answers", typeof(IntroductionAnswer), (db, me) => db.IntroductionAnswers.Where(a => a.MemberId == me.Id).Select(a => new { a.IntroductionId, a.Kind, a.Words, a.At })),
        new("introduction-letters", typeof(IntroductionLetter), (db, me) => db.IntroductionLetters.Where(l => l.SenderId == me.Id).Select(l => new { l.Name, l.Words, l.SentAt })),
        // That one arrived, who passed it on learns with the thanks.
        new("introductions-kept", typeof(KeptIntroduction), (db, me) => db.KeptIntroductions.Where(k => (k.LowId == me.Id || k.HighId == me.Id)
                && (db.IntroductionThanks.Any(t => t.IntroductionId == k.IntroductionId) || db.Introductions.Any(i => i.Id == k.IntroductionId && (i.RequesterId == me.Id || i.TargetId == me.Id)))).Select(k => new { OtherId = k.LowId == me.Id ? k.HighId : k.LowId, k.KeptAt })),
        new("introduction-settings", typeof(IntroductionChoice), (db, me) => db.IntroductionChoices.Where(c => c.MemberId == me.Id)),
    ];

    private static IEnumerable<ExportTable> ConversationTables() =>
    [
        new("conversations", typeof(Participant), (db, me) => db.Participants.Where(p => p.MemberId == me.Id)
            .Select(p => new { p.ConversationId, Title = db.Conversations.Where(c => c.Id == p.ConversationId).Select(c => c.Title).First(), p.JoinedAt, p.LeftAt, p.MutedAt })),
        new("messages", typeof(Message), (db, me) => db.MessagesFor(me).OrderBy(m => m.Id).Select(m => new { m.Id, m.ConversationId, m.SenderId, m.SentAt, m.Body, m.PictureId, m.PictureText })),
        new("first-messages", typeof(FirstMessage), (db, me) => db.FirstMessages.Where(f => f.FromId == me.Id).Select(f => new { f.MessageId, f.ToId, f.Reason, f.SentAt })),
        new("reports", typeof(Report), (db, me) => db.ReportsBy(me).Select(r => new { r.At, r.Reason, r.Explanation, r.Text })),
        // What was decided about the member and why; who reported it stays out.
        new("decisions", typeof(Case), (db, me) => db.DecisionsAbout(me).OrderBy(d => d.Id).Select(d => new
        {
            d.At, d.Outcome, d.Ground, d.Reference, d.Facts, d.Until, Appeal = db.Appeals.Where(a => a.DecisionId == d.Id && a.ReportId == null).Select(a => a.Text).FirstOrDefault(),
        })),
    ];

    private static IEnumerable<ExportTable> TalkTables() =>
    [
        new("posts", typeof(Post), (db, me) => db.Posts.Where(p => p.AuthorId == me.Id)),
        new("post-drafts", typeof(PostDraft), (db, me) => db.PostDrafts.Where(d => d.AuthorId == me.Id)),
        new("comments", typeof(Comment), (db, me) => db.Comments.Where(c => c.AuthorId == me.Id)),
        new("reactions", typeof(Reaction), (db, me) => db.Reactions.Where(r => r.MemberId == me.Id)),
        new("comment-reactions", typeof(CommentReaction), (db, me) => db.CommentReactions.Where(r => r.MemberId == me.Id)),
        new("bookmarks", typeof(Bookmark), (db, me) => db.Bookmarks.Where(b => b.MemberId == me.Id)),
        new("poll-votes", typeof(PollVote), (db, me) => db.PollVotes.Where(v => v.MemberId == me.Id)),
        new("following-members", typeof(MemberFollow), (db, me) => db.MemberFollows.Where(f => f.FollowerId == me.Id)),
        new("following-tags", typeof(TagFollow), (db, me) => db.TagFollows.Where(f => f.MemberId == me.Id).Select(f => new { Tag = db.Tags.Where(t => t.Id == f.TagId).Select(t => t.Name).First(), f.At })),
        new("following-groups", typeof(GroupFollow), (db, me) => db.GroupFollows.Where(f => f.MemberId == me.Id)),
        new("muted", typeof(Mute), (db, me) => db.Mutes.Where(m => m.MemberId == me.Id)),
        new("groups", typeof(GroupMember), (db, me) => db.GroupMembers.Where(m => m.MemberId == me.Id).Select(m => new { m.GroupId, Name = db.Groups.Where(g => g.Id == m.GroupId).Select(g => g.Name).First(), m.Role, m.JoinedAt })),
        // A silent no stays silent, as the groups' owners keep it.
        new("group-requests", typeof(GroupRequest), (db, me) => db.GroupRequests.Where(r => r.MemberId == me.Id).Select(r => new { r.GroupId, r.Words, r.AskedAt, r.WithdrawnAt })),
        new("group-invitations", typeof(GroupInvitation), (db, me) => db.GroupInvitations.Where(i => i.MemberId == me.Id || i.ById == me.Id).Select(i => new { i.GroupId, i.MemberId, i.ById, i.At })),
        new("group-files", typeof(GroupFileVersion), (db, me) => db.GroupFileVersions.Where(v => v.ById == me.Id).Select(v => new { v.FileId, Name = db.GroupFiles.Where(f => f.Id == v.FileId).Select(f => f.Name).First(), v.Version, v.At, v.Size, v.Sha256 })),
        new("group-links", typeof(GroupLink), (db, me) => db.GroupLinks.Where(l => l.ById == me.Id).Select(l => new { l.GroupId, l.Title, l.Address, l.At })),
        new("kept-out-of-groups", typeof(GroupBan), (db, me) => db.GroupBans.Where(b => b.MemberId == me.Id).Select(b => new { b.GroupId, b.At, b.Reason })),
    ];
}
