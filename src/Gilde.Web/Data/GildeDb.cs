using Gilde.Web.Accounts;
using Gilde.Web.Admin;
using Gilde.Web.Contacts;
using Gilde.Web.Conversations;
using Gilde.Web.Events;
using Gilde.Web.Follows;
using Gilde.Web.Formats;
using Gilde.Web.Groups;
using Gilde.Web.Groups.Files;
using Gilde.Web.Groups.Joining;
using Gilde.Web.Groups.Links;
using Gilde.Web.Groups.Talk;
using Gilde.Web.Imports;
using Gilde.Web.Imports.AddressBook;
using Gilde.Web.Introductions;
using Gilde.Web.Introductions.Asking;
using Gilde.Web.Jobs;
using Gilde.Web.Pictures;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Comments;
using Gilde.Web.Posts.Polls;
using Gilde.Web.Moderation;
using Gilde.Web.Notifications;
using Gilde.Web.Profiles;
using Gilde.Web.Search;
using Gilde.Web.Setup;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Gilde.Web.Data;

/// <summary>
/// The one model of the network, on SQLite or PostgreSQL. Sets that belong to members are banned symbols outside scopes and operations:
/// read them through their scopes (<c>db.Members.VisibleTo(viewer)</c> lives in Profiles/MemberScopes.cs).
/// </summary>
public abstract partial class GildeDb(DbContextOptions options) : IdentityUserContext<Account, long>(options)
{
    public DbSet<Network> Networks => Set<Network>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<MailLink> MailLinks => Set<MailLink>();
    public DbSet<AccountActivity> AccountActivities => Set<AccountActivity>();
    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();
    public DbSet<DoorCounter> DoorCounters => Set<DoorCounter>();
    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<Suspension> Suspensions => Set<Suspension>();
    public DbSet<Export> Exports => Set<Export>();
    public DbSet<ErasureRequest> ErasureRequests => Set<ErasureRequest>();
    public DbSet<Erasure> Erasures => Set<Erasure>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Position> Positions => Set<Position>();
    public DbSet<Education> Educations => Set<Education>();
    public DbSet<Topic> Topics => Set<Topic>();
    public DbSet<SpokenLanguage> SpokenLanguages => Set<SpokenLanguage>();
    public DbSet<Credential> Credentials => Set<Credential>();
    public DbSet<Website> Websites => Set<Website>();
    public DbSet<SectionAudience> SectionAudiences => Set<SectionAudience>();
    public DbSet<FormerHandle> FormerHandles => Set<FormerHandle>();
    public DbSet<RemovedEntry> RemovedEntries => Set<RemovedEntry>();
    public DbSet<DismissedHint> DismissedHints => Set<DismissedHint>();
    public DbSet<Picture> Pictures => Set<Picture>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<ContactTag> ContactTags => Set<ContactTag>();
    public DbSet<ContactRequest> ContactRequests => Set<ContactRequest>();
    public DbSet<CardField> CardFields => Set<CardField>();
    public DbSet<CardRelease> CardReleases => Set<CardRelease>();
    public DbSet<CardOffer> CardOffers => Set<CardOffer>();
    public DbSet<CardLink> CardLinks => Set<CardLink>();
    public DbSet<Block> Blocks => Set<Block>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<Participant> Participants => Set<Participant>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<FirstMessage> FirstMessages => Set<FirstMessage>();
    public DbSet<HeldDecision> HeldDecisions => Set<HeldDecision>();
    public DbSet<UnreadNotice> UnreadNotices => Set<UnreadNotice>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<NotificationActor> NotificationActors => Set<NotificationActor>();
    public DbSet<NotificationChoice> NotificationChoices => Set<NotificationChoice>();
    public DbSet<NotificationTimes> NotificationTimes => Set<NotificationTimes>();
    public DbSet<DigestTurn> DigestTurns => Set<DigestTurn>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<ReportPicture> ReportPictures => Set<ReportPicture>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<DecisionLink> DecisionLinks => Set<DecisionLink>();
    public DbSet<Appeal> Appeals => Set<Appeal>();
    public DbSet<AppealAnswer> AppealAnswers => Set<AppealAnswer>();
    public DbSet<Exchange> Exchanges => Set<Exchange>();
    public DbSet<Tie> Ties => Set<Tie>();
    public DbSet<Introduction> Introductions => Set<Introduction>();
    public DbSet<IntroductionStop> IntroductionStops => Set<IntroductionStop>();
    public DbSet<IntroductionAnswer> IntroductionAnswers => Set<IntroductionAnswer>();
    public DbSet<IntroductionClosure> IntroductionClosures => Set<IntroductionClosure>();
    public DbSet<IntroductionThanks> IntroductionThanks => Set<IntroductionThanks>();
    public DbSet<KeptIntroduction> KeptIntroductions => Set<KeptIntroduction>();
    public DbSet<IntroductionLetter> IntroductionLetters => Set<IntroductionLetter>();
    public DbSet<IntroductionReply> IntroductionReplies => Set<IntroductionReply>();
    public DbSet<IntroductionChoice> IntroductionChoices => Set<IntroductionChoice>();
    public DbSet<Group> Groups => Set<Group>();
    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();
    public DbSet<GroupTag> GroupTags => Set<GroupTag>();
    public DbSet<GroupRuleset> GroupRulesets => Set<GroupRuleset>();
    public DbSet<GroupRequest> GroupRequests => Set<GroupRequest>();
    public DbSet<GroupInvitation> GroupInvitations => Set<GroupInvitation>();
    public DbSet<GroupBan> GroupBans => Set<GroupBan>();
    public DbSet<GroupFile> GroupFiles => Set<GroupFile>();
    public DbSet<GroupFileVersion> GroupFileVersions => Set<GroupFileVersion>();
    public DbSet<GroupLink> GroupLinks => Set<GroupLink>();
    public DbSet<PostDecline> PostDeclines => Set<PostDecline>();
    public DbSet<MemberFollow> MemberFollows => Set<MemberFollow>();
    public DbSet<TagFollow> TagFollows => Set<TagFollow>();
    public DbSet<GroupFollow> GroupFollows => Set<GroupFollow>();
    public DbSet<Mute> Mutes => Set<Mute>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<PostRevision> PostRevisions => Set<PostRevision>();
    public DbSet<PostPicture> PostPictures => Set<PostPicture>();
    public DbSet<LinkPreview> LinkPreviews => Set<LinkPreview>();
    public DbSet<Tag> Tags => Set<Tag>();
    public DbSet<PostTag> PostTags => Set<PostTag>();
    public DbSet<Reaction> Reactions => Set<Reaction>();
    public DbSet<Bookmark> Bookmarks => Set<Bookmark>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<CommentRevision> CommentRevisions => Set<CommentRevision>();
    public DbSet<CommentReaction> CommentReactions => Set<CommentReaction>();
    public DbSet<Poll> Polls => Set<Poll>();
    public DbSet<PollOption> PollOptions => Set<PollOption>();
    public DbSet<PollVote> PollVotes => Set<PollVote>();
    public DbSet<PostDraft> PostDrafts => Set<PostDraft>();
    public DbSet<DraftPicture> DraftPictures => Set<DraftPicture>();
    public DbSet<SearchPhrase> SearchPhrases => Set<SearchPhrase>();
    public DbSet<StagedImport> StagedImports => Set<StagedImport>();
    public DbSet<AddressBookEntry> AddressBookEntries => Set<AddressBookEntry>();
    public DbSet<AddressBookKey> AddressBookKeys => Set<AddressBookKey>();
    public DbSet<MatchSecret> MatchSecrets => Set<MatchSecret>();
    public DbSet<SuggestionDismissal> SuggestionDismissals => Set<SuggestionDismissal>();
    public DbSet<Event> Events => Set<Event>();
    public DbSet<EventPosition> EventPositions => Set<EventPosition>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AccountsModel.Build(builder);
        AdminModel.Build(builder);
        ProfilesModel.Build(builder);
        PicturesModel.Build(builder);
        ContactsModel.Build(builder);
        ConversationsModel.Build(builder);
        IntroductionsModel.Build(builder);
        AskingModel.Build(builder);
        GroupsModel.Build(builder);
        FollowsModel.Build(builder);
        PostsModel.Build(builder);
        NotificationsModel.Build(builder);
        ModerationModel.Build(builder);
        SearchModel.Build(builder);
        ImportsModel.Build(builder);
        EventsModel.Build(builder);
        SortName.Build(builder);
        builder.Entity<ProtectionKey>().Property(k => k.Xml).HasMaxLength(10_000);
        SnakeCase.Apply(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<PartialDate>().HaveConversion<PartialDateText>().HaveMaxLength(10);
        conventions.Properties<string>().HaveMaxLength(200);
    }

    /// <summary>Saves in one transaction; a change of a profile part raises the version of its member with it.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken stop = default) =>
        Atomically(async () =>
        {
            var touched = TouchedProfiles();
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, stop);
            if (touched.Count > 0)
                await Members.Where(m => touched.Contains(m.Id)).ExecuteUpdateAsync(s => s.SetProperty(m => m.Version, m => m.Version + 1), stop);
            return saved;
        }, stop);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync: it is the one that keeps profile versions and the writer's gate.");

    /// <summary>Runs writes as one unit: joins the transaction that is open, else opens, commits or rolls back one.</summary>
    public abstract Task<T> Atomically<T>(Func<Task<T>> work, CancellationToken stop = default);

    /// <summary>
    /// Runs check-then-act work as if it were alone: <c>BEGIN IMMEDIATE</c> on SQLite, SERIALIZABLE with retries on PostgreSQL.
    /// The work must load what it checks inside; it may run more than once.
    /// </summary>
    public abstract Task<T> Alone<T>(Func<Task<T>> work, CancellationToken stop = default);

    /// <summary>Whether a save failed because a row with the same unique key is there already.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException error);

    public abstract bool IsPostgres { get; }

    private List<long> TouchedProfiles() => ChangeTracker.Entries()
        .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
        .Select(e => e switch
        {
            { Entity: IProfilePart part } => part.MemberId,
            { Entity: Member member, State: EntityState.Modified } => member.Id,
            _ => 0,
        })
        .Where(id => id > 0).Distinct().ToList();
}
