/** What a fresh APIM 3.20.32 answers on `GET …/settings`. The password is the mask that the product shows. */
export const settingsDefaults = {
  email: {
    enabled: false,
    host: 'smtp.my.domain',
    port: 587,
    password: '********',
    protocol: 'smtp',
    subject: '[Gravitee.io] %s',
    from: 'noreply@my.domain',
    properties: {
      auth: false,
      startTlsEnable: false,
    },
  },
  metadata: {
    readonly: ['email.enabled', 'email.host', 'email.port', 'email.subject', 'email.from'],
  },
  analytics: {
    clientTimeout: 30000,
  },
  api: {
    labelsDictionary: [],
    primaryOwnerMode: 'HYBRID',
  },
  apiQualityMetrics: {
    enabled: false,
    functionalDocumentationWeight: 0,
    technicalDocumentationWeight: 0,
    descriptionWeight: 0,
    descriptionMinLength: 100,
    logoWeight: 0,
    categoriesWeight: 0,
    labelsWeight: 0,
    healthcheckWeight: 0,
  },
  apiReview: {
    enabled: false,
  },
  application: {
    registration: {
      enabled: false,
    },
    types: {
      simple: {
        enabled: true,
      },
      browser: {
        enabled: true,
      },
      web: {
        enabled: true,
      },
      native: {
        enabled: true,
      },
      backend_to_backend: {
        enabled: true,
      },
    },
  },
  authentication: {
    google: {},
    github: {},
    oauth2: {},
    forceLogin: {
      enabled: false,
    },
    localLogin: {
      enabled: true,
    },
  },
  company: {
    name: 'Gravitee.io',
  },
  cors: {
    allowOrigin: ['*'],
    allowHeaders: [
      'Cache-Control',
      'Pragma',
      'Origin',
      'Authorization',
      'Content-Type',
      'X-Requested-With',
      'If-Match',
      'X-Xsrf-Token',
      'X-Recaptcha-Token',
    ],
    allowMethods: ['OPTIONS', 'GET', 'POST', 'PUT', 'DELETE', 'PATCH'],
    exposedHeaders: ['ETag', 'X-Xsrf-Token'],
    maxAge: 1728000,
  },
  documentation: {
    url: 'https://docs.gravitee.io',
  },
  openAPIDocViewer: {
    openAPIDocType: {
      swagger: {
        enabled: true,
      },
      redoc: {
        enabled: true,
      },
      defaultType: 'Swagger',
    },
  },
  plan: {
    security: {
      apikey: {
        enabled: true,
      },
      customApiKey: {
        enabled: false,
      },
      sharedApiKey: {
        enabled: false,
      },
      oauth2: {
        enabled: true,
      },
      keyless: {
        enabled: true,
      },
      jwt: {
        enabled: true,
      },
    },
  },
  portal: {
    entrypoint: 'https://api.company.com',
    apikeyHeader: 'X-Gravitee-Api-Key',
    support: {
      enabled: true,
    },
    apis: {
      tilesMode: {
        enabled: true,
      },
      categoryMode: {
        enabled: true,
      },
      promotedApiMode: {
        enabled: true,
      },
      apiHeaderShowTags: {
        enabled: true,
      },
      apiHeaderShowCategories: {
        enabled: true,
      },
    },
    analytics: {
      enabled: false,
    },
    rating: {
      enabled: true,
      comment: {
        mandatory: false,
      },
    },
    userCreation: {
      enabled: true,
      automaticValidation: {
        enabled: true,
      },
    },
    uploadMedia: {
      enabled: false,
      maxSizeInOctet: 1000000,
    },
  },
  reCaptcha: {
    enabled: false,
    siteKey: '',
  },
  scheduler: {
    tasks: 10,
    notifications: 10,
  },
  dashboards: {
    apiStatus: {
      enabled: true,
    },
  },
};

/** Objects that an answer to `POST …/settings` has even when the caller left them out (their members are not filled). */
export const settingsSkeleton = {
  email: { properties: {} },
  metadata: {},
  analytics: {},
  api: {},
  apiQualityMetrics: {},
  apiReview: {},
  application: { registration: {}, types: {} },
  authentication: { google: {}, github: {}, oauth2: {} },
  company: {},
  cors: {},
  documentation: {},
  openAPIDocViewer: { openAPIDocType: {} },
  plan: { security: {} },
  portal: { apis: {}, analytics: {}, rating: { comment: {} }, userCreation: {}, uploadMedia: {} },
  reCaptcha: {},
  scheduler: {},
  dashboards: { apiStatus: {} },
};
